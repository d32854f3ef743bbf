import type { SourceRow } from './table.ts';

/**
 * CSV for as long as it has no quotes: every line is a record, every delimiter parts two cells. Read so, in a third of the
 * time, most files are read to their end; at the first quote the rest is left to a parser that knows what quotes mean.
 */
export class PlainLines {
  /** From the first line with a quote on: text that this reader leaves. */
  left: string | undefined;
  /** Lines that were read. */
  lines = 0;
  /** What ends a line, once one has ended. */
  newline: '\n' | '\r\n' | undefined;
  readonly #delimiter: string;
  readonly #longest: number;
  #rest = '';

  /** `longest`: characters of a record; a longer one is left, to be refused like any other that is too long. */
  constructor(delimiter: string, longest: number) {
    this.#delimiter = delimiter;
    this.#longest = longest;
  }

  /** The records of the lines that end in this chunk; stops for good where `left` is set. */
  read(chunk: string): SourceRow[] {
    const text = this.#rest + chunk;
    this.newline ??= newlineOf(text);
    const quote = chunk.indexOf('"');
    const until = quote < 0 ? text.length : this.#rest.length + quote;
    const rows: SourceRow[] = [];
    let start = 0;
    if (this.newline !== undefined) {
      for (;;) {
        const end = text.indexOf(this.newline, start);
        if (end < 0 || end >= until || end - start > this.#longest) break;
        this.lines += 1;
        if (end > start)
          rows.push({ line: this.lines, cells: text.slice(start, end).split(this.#delimiter) });
        start = end + this.newline.length;
      }
    }
    const rest = text.slice(start);
    const known = this.newline !== undefined || !/\r./s.test(rest);
    if (quote < 0 && known && rest.length <= this.#longest) this.#rest = rest;
    else this.left = rest;
    return rows;
  }

  /** The last record, which no line end follows. */
  end(): SourceRow[] {
    if (this.#rest === '' || this.left !== undefined) return [];
    if (this.newline === undefined && this.#rest.includes('\r')) {
      this.left = this.#rest;
      return [];
    }
    return [{ line: this.lines + 1, cells: this.#rest.split(this.#delimiter) }];
  }
}

/** As the first line ends; undefined while none has, and of lines that end in a carriage return alone. */
function newlineOf(text: string): '\n' | '\r\n' | undefined {
  const feed = text.indexOf('\n');
  if (feed < 0) return undefined;
  const returned = text.indexOf('\r');
  if (returned < 0 || returned > feed) return '\n';
  return returned === feed - 1 ? '\r\n' : undefined;
}
