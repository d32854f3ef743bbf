import { parentPort, workerData } from 'node:worker_threads';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportColumn } from '../columns.ts';
import { CopyTextReader } from '../copy-text.ts';
import { ParquetColumns, schemaOf } from './parquet-columns.ts';

// Runs in a thread of its own. It imports nothing that needs to be compiled, or that knows of the schema or the database.

/** What the thread begins with. */
export interface ParquetTask {
  readonly columns: readonly ExportColumn[];
  readonly metadata: { key: string; value: string }[];
}

/** What it answers to each parcel of rows, and to the null that ends them: the bytes that are ready. */
export type Written = Uint8Array;

/** Rows that are held until they are written together. */
const rowGroupSize = 50_000;

const { columns, metadata } = workerData as ParquetTask;
const bytes = new ByteWriter();
const writer = new ParquetWriter({
  writer: bytes,
  schema: schemaOf(columns),
  kvMetadata: metadata,
  createdBy: 'tacit',
});
const reader = new CopyTextReader();
const held = new ParquetColumns(columns);

parentPort?.on('message', (text: Uint8Array | null) => {
  if (text !== null) {
    reader.read(text, (cells) => {
      held.add(cells);
      if (held.rows === rowGroupSize) writeGroup();
    });
  } else {
    if (held.rows > 0) writeGroup();
    void writer.finish();
  }
  const written = bytes.getBytes().slice();
  // The writer goes on counting where in the file it is.
  bytes.index = 0;
  parentPort?.postMessage(written, [written.buffer]);
});

function writeGroup(): void {
  const rowGroup = held.rows;
  void writer.write({ columnData: held.take(), rowGroupSize: rowGroup });
}
