import { hashOf } from './persisted-documents.ts';

/** What everybody else's documents are called where they are counted. */
const others = 'other';

/** The names of our own documents (pages', tools'), by their hash: a name alone anybody could use. */
export class OwnNames {
  readonly #names: ReadonlyMap<string, string>;

  constructor(documents: Iterable<string>) {
    this.#names = new Map(Array.from(documents, (text) => [hashOf(text), nameIn(text)]));
  }

  /** Of the document with that SHA-256. */
  nameOf(hash: string | undefined): string {
    return (hash !== undefined && this.#names.get(hash)) || others;
  }
}

function nameIn(text: string): string {
  return /^[ \t]*(?:query|mutation)\s+(\w+)/m.exec(text)?.[1] ?? others;
}
