import { parquetWriteBuffer } from 'hyparquet-writer';
import { valuesOf, type FigureValue } from '../figure-table.ts';
import { factsOf } from '../facts.ts';
import { mainTable, type FileFormat, type FileRequest } from './file-format.ts';

/** The main table as Parquet; what is known of the figure stands in the file's own metadata. */
export function writeParquetTable(request: FileRequest): Uint8Array {
  const table = mainTable(request);
  const rows = valuesOf(table);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: table.columns.map(({ key, kind }, at) => {
        const isText = kind === 'text' || kind === 'date';
        // A column of texts may hold a number, such as a year: it is written as it stands.
        const valueOf = (value: FigureValue) => (isText && value !== null ? String(value) : value);
        return {
          name: key,
          data: rows.map((row) => valueOf(row[at] ?? null)),
          type: isText ? 'STRING' : 'DOUBLE',
          nullable: true,
        };
      }),
      kvMetadata: factsOf(request).map(({ key, value }) => ({ key: `tacit.${key}`, value })),
    }),
  );
}

export const parquetFormat: FileFormat = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  write: (request) => Promise.resolve(writeParquetTable(request)),
};
