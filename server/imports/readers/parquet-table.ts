import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { asCell, pathsOf, valueAt } from './paths.ts';
import { sampleLength, type ReadTable, type SourceRow } from './table.ts';

/** Decoded columns of one row group are held at once; beyond this they would not fit the memory we promise. */
const largestGroup = 512 * 1024 ** 2;
const batchLength = 2000;

/** Opens a Parquet file; its row groups are read one at a time, and of them only the columns wanted. */
export async function openParquet(file: AsyncBuffer, name: string): Promise<ReadTable> {
  const metadata = await reading(name, () => parquetMetadataAsync(file));
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  if (metadata.num_rows === 0n) reject('BAD_USER_INPUT', said`${name} has no rows.`);
  const end = Math.min(sampleLength, Number(metadata.num_rows));
  const sample = await readRange(file, metadata, names, { name, start: 0, end });
  const paths = names.flatMap((column, index) => {
    const nested = sample.flatMap((cells) => pathsOf(cells[index], `${column}.`));
    return nested.length > 0 ? [...new Set(nested)] : [column];
  });
  const project = (cells: readonly unknown[], columns: readonly string[], wanted: readonly string[]) => {
    const record = Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
    return wanted.map((path) => asCell(valueAt(record, path)));
  };

  async function* rows(wanted: readonly string[]): AsyncGenerator<SourceRow[]> {
    const needed = names.filter((column) =>
      wanted.some((path) => path === column || path.startsWith(`${column}.`)),
    );
    const plain = wanted.every((path) => needed.includes(path));
    const indexes = wanted.map((path) => needed.indexOf(path));
    let line = 0;
    let start = 0;
    for (const group of metadata.row_groups) {
      const length = Number(group.num_rows);
      if (needed.length === 0 || length === 0) continue;
      demandSmall(group, needed, name);
      const read = await readRange(file, metadata, needed, { name, start, end: start + length });
      start += length;
      let batch: SourceRow[] = [];
      for (const cells of read) {
        line += 1;
        batch.push({
          line,
          cells: plain ? indexes.map((index) => asCell(cells[index])) : project(cells, needed, wanted),
        });
        if (batch.length === batchLength) {
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    }
  }
  return {
    position: 'RECORD',
    columns: paths,
    sample: sample.map((cells, index) => ({ line: index + 1, cells: project(cells, names, paths) })),
    rows,
  };
}

async function readRange(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: string[],
  { name, start, end }: { name: string; start: number; end: number },
): Promise<unknown[][]> {
  return reading(name, async () => {
    let read: unknown[][] = [];
    await parquetRead({
      file,
      metadata,
      columns,
      rowStart: start,
      rowEnd: end,
      compressors,
      onComplete: (rows) => (read = rows),
    });
    return read;
  });
}

function demandSmall(group: FileMetaData['row_groups'][number], columns: string[], name: string): void {
  const bytes = group.columns
    .filter(({ meta_data }) => columns.includes(meta_data?.path_in_schema[0] ?? ''))
    .reduce((sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0), 0);
  if (bytes > largestGroup) {
    reject(
      'PAYLOAD_TOO_LARGE',
      said`${name} has row groups too large to read in turn: write it with at most a million rows each.`,
    );
  }
}

async function reading<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    return reject('BAD_USER_INPUT', said`${name} cannot be read as Parquet: ${(error as Error).message}`);
  }
}
