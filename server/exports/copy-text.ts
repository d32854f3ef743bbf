import { StringDecoder } from 'node:string_decoder';

/** Reads the text that COPY sends, part by part: cells by tabs, rows by line breaks, \N for null. */
export class CopyTextReader {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  /** Tells of each row that is whole by now. */
  read(part: Uint8Array, onRow: (cells: (string | null)[]) => void): void {
    const text = this.#rest + this.#decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    let from = 0;
    for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
      onRow(readLine(text.slice(from, to)));
      from = to + 1;
    }
    this.#rest = text.slice(from);
  }
}

function readLine(line: string): (string | null)[] {
  const cells: (string | null)[] = line.split('\t');
  if (!line.includes('\\')) return cells;
  return cells.map((cell) => {
    if (cell === '\\N') return null;
    return cell!.includes('\\') ? cell!.replace(/\\(.)/gs, readEscape) : cell;
  });
}

function readEscape(_: string, character: string): string {
  return escapes[character] ?? character;
}

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
