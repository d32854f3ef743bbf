import { StringDecoder } from 'node:string_decoder';

/** Reads the text that COPY sends, in batches of rows: cells by tabs, rows by line breaks, \N for null. */
export async function* readCopyText(chunks: AsyncIterable<Buffer>): AsyncGenerator<(string | null)[][]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map(readLine);
  }
}

function readLine(line: string): (string | null)[] {
  const cells: (string | null)[] = line.split('\t');
  if (!line.includes('\\')) return cells;
  return cells.map((cell) => (cell === '\\N' ? null : cell!.replace(/\\(.)/gs, readEscape)));
}

function readEscape(_: string, character: string): string {
  return escapes[character] ?? character;
}

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
