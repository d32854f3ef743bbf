import { parquetWriteBuffer } from 'hyparquet-writer';
import { valuesOf } from '../figure-table.ts';
import { factsOf } from '../facts.ts';
import { mainTable, type FileFormat, type FileRequest } from './file-format.ts';

/** The main table as Parquet; what is known of the figure stands in the file's own metadata. */
export function writeParquetTable(request: FileRequest): Uint8Array {
  const table = mainTable(request);
  const rows = valuesOf(table);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: table.columns.map(({ key, kind }, at) => ({
        name: key,
        data: rows.map((row) => row[at] ?? null),
        type: kind === 'text' || kind === 'date' ? 'STRING' : 'DOUBLE',
        nullable: true,
      })),
      kvMetadata: factsOf(request).map(({ key, value }) => ({ key: `tacit.${key}`, value })),
    }),
  );
}

export const parquetFormat: FileFormat = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  write: (request) => Promise.resolve(writeParquetTable(request)),
};
