import { parse } from 'csv-parse';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { PlainLines } from './plain-lines.ts';
import type { SourceRow } from './table.ts';

export interface CsvOptions {
  name: string;
  delimiter: string;
  /** Characters. */
  maxRecordLength: number;
}

/** The records of a CSV with the lines on which they end, those without any text left out; throws coded errors. */
export async function* readRecords(
  text: AsyncIterable<string>,
  options: CsvOptions,
): AsyncGenerator<SourceRow[]> {
  const plain = new PlainLines(options.delimiter, options.maxRecordLength);
  const chunks = text[Symbol.asyncIterator]();
  try {
    let next = await chunks.next();
    for (; !next.done && plain.left === undefined; next = await chunks.next()) {
      const rows = plain.read(next.value).filter(holdsText);
      if (rows.length > 0) yield rows;
    }
    const last = plain.end().filter(holdsText);
    if (last.length > 0) yield last;
    if (plain.left === undefined) return;
    async function* remaining(): AsyncGenerator<string> {
      yield plain.left!;
      for (; !next.done; next = await chunks.next()) yield next.value;
    }
    yield* parseRecords(remaining(), options, plain);
  } finally {
    await chunks.return?.();
  }
}

function holdsText({ cells }: SourceRow): boolean {
  return cells.some((cell) => cell !== '');
}

/** Any CSV, from wherever another reader has come to. */
export async function* parseRecords(
  text: AsyncIterable<string>,
  { name, delimiter, maxRecordLength }: CsvOptions,
  { lines: linesBefore, newline }: Pick<PlainLines, 'lines' | 'newline'> = { lines: 0, newline: undefined },
): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    ...(newline === undefined ? {} : { record_delimiter: newline }),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxRecordLength,
    on_record: (cells: string[], { lines }) => {
      const row = { line: linesBefore + lines, cells };
      if (holdsText(row)) batch.push(row);
      return null;
    },
  });
  // Nothing comes out: the records are taken as they are made, without a stream's cost for each.
  parser.resume();
  let failure: (Error & { code?: string; lines?: number }) | undefined;
  parser.on('error', (error) => (failure = error));
  const write = (chunk: string): Promise<void> =>
    new Promise((resolve) => parser.write(chunk, () => resolve()));
  for await (const chunk of text) {
    await write(chunk);
    if (failure) break;
    if (batch.length > 0) {
      yield batch;
      batch = [];
    }
  }
  if (!failure)
    await new Promise<void>((resolve) => parser.once('error', () => resolve()).end(() => resolve()));
  if (failure) rejectMalformed(failure, name, maxRecordLength, linesBefore);
  if (batch.length > 0) yield batch;
}

function rejectMalformed(
  error: Error & { code?: string; lines?: number },
  name: string,
  most: number,
  linesBefore: number,
): never {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const line = error.lines === undefined ? '?' : linesBefore + error.lines;
    reject(
      'PAYLOAD_TOO_LARGE',
      said`${name} has a record of more than ${most} characters near line ${line}: a quote may not be closed, or the delimiter is another one.`,
    );
  }
  if (error.code?.startsWith('CSV_'))
    reject('BAD_USER_INPUT', said`${name} is not a well-formed CSV: ${error.message}.`);
  throw error;
}
