import { parse } from 'csv-parse';
import { reject } from '../../errors/tacit-error.ts';
import { unguardText } from './formula-guard.ts';
import { takeSample, sampleLength, type ReadTable, type RowFault, type SourceRow } from './table.ts';

interface CsvOptions {
  name: string;
  delimiter: string;
  maxRecordLength: number;
}

/** Opens text as CSV whose first record is the header; rows of another width are faults of their own. */
export async function openCsv(text: AsyncIterable<string>, options: CsvOptions): Promise<ReadTable> {
  const { first, rest } = await takeSample(readRecords(text, options));
  const header = first.shift();
  if (!header) reject('BAD_USER_INPUT', `${options.name} is empty.`);
  const columns = nameColumns(header.cells as string[]);

  async function* rows(wanted: readonly string[]): AsyncGenerator<SourceRow[]> {
    const indexes = wanted.map((column) => columns.indexOf(column));
    const project = (row: SourceRow): SourceRow => {
      const { line, cells } = row;
      const fault = widthFault(cells, columns.length);
      if (fault !== undefined) return { line, cells: [], fault };
      return { line, cells: indexes.map((index) => cells[index] ?? null) };
    };
    for (let start = 0; start < first.length; start += sampleLength) {
      yield first.slice(start, start + sampleLength).map(project);
    }
    first.length = 0;
    for await (const batch of rest) yield batch.map(project);
  }
  return { position: 'LINE', columns, sample: first.slice(0, sampleLength), rows };
}

/** Cells beyond the header that hold nothing do no harm: spreadsheets write them. */
function widthFault(cells: readonly unknown[], width: number): RowFault | undefined {
  if (cells.length === width) return undefined;
  if (cells.length > width && cells.slice(width).every((cell) => cell === '')) return undefined;
  return { code: 'WIDTH', reason: `has ${cells.length} cells where the header has ${width}` };
}

/** Names as in the header; unnamed and repeated ones get a name that no other has. */
function nameColumns(header: readonly string[]): string[] {
  const names: string[] = [];
  for (const [index, cell] of header.entries()) {
    const name = cell.trim() || `column ${index + 1}`;
    let own = name;
    for (let copy = 2; names.includes(own); copy += 1) own = `${name} (${copy})`;
    names.push(own);
  }
  return names;
}

async function* readRecords(
  text: AsyncIterable<string>,
  { name, delimiter, maxRecordLength }: CsvOptions,
): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxRecordLength,
    on_record: (cells: string[], { lines }) => {
      if (cells.some((cell) => cell !== '')) batch.push({ line: lines, cells: cells.map(unguardText) });
      return null;
    },
  });
  // Nothing comes out: the records are taken as they are made, without a stream's cost for each.
  parser.resume();
  let failure: Error | undefined;
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
  if (failure) rejectMalformed(failure, name, maxRecordLength);
  if (batch.length > 0) yield batch;
}

function rejectMalformed(
  error: Error & { code?: string; lines?: number },
  name: string,
  most: number,
): never {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    reject(
      'PAYLOAD_TOO_LARGE',
      `${name} has a record of more than ${most} characters near line ${error.lines ?? '?'}: a quote may not be closed, or the delimiter is another one.`,
    );
  }
  if (error.code?.startsWith('CSV_'))
    reject('BAD_USER_INPUT', `${name} is not a well-formed CSV: ${error.message}.`);
  throw error;
}
