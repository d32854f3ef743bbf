import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { readRecords, type CsvOptions } from './csv-records.ts';
import { unguardText } from './formula-guard.ts';
import {
  takeSample,
  sampleLength,
  type ReadTable,
  type RowFault,
  type SourceCell,
  type SourceRow,
} from './table.ts';

/** Opens text as CSV whose first record is the header; rows of another width are faults of their own. */
export async function openCsv(text: AsyncIterable<string>, options: CsvOptions): Promise<ReadTable> {
  const { first, rest } = await takeSample(readRecords(text, options));
  const header = first.shift();
  if (!header) reject('BAD_USER_INPUT', said`${options.name} is empty.`);
  const columns = nameColumns(header.cells.map((cell) => unguardText(String(cell))));

  const sample = first
    .slice(0, sampleLength)
    .map(({ line, cells }) => ({ line, cells: cells.map(unguarded) }));
  async function* rows(wanted: readonly string[]): AsyncGenerator<SourceRow[]> {
    const indexes = wanted.map((column) => columns.indexOf(column));
    const project = (row: SourceRow): SourceRow => {
      const { line, cells } = row;
      const fault = widthFault(cells, columns.length);
      if (fault !== undefined) return { line, cells: [], fault };
      return { line, cells: indexes.map((index) => unguarded(cells[index])) };
    };
    for (let start = 0; start < first.length; start += sampleLength) {
      yield first.slice(start, start + sampleLength).map(project);
    }
    first.length = 0;
    for await (const batch of rest) yield batch.map(project);
  }
  return { position: 'LINE', columns, sample, rows };
}

/** Texts may have the apostrophe that keeps spreadsheets from running them. */
function unguarded(cell: SourceCell | undefined): SourceCell {
  return typeof cell === 'string' ? unguardText(cell) : (cell ?? null);
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
