import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ColumnKind, ExportColumn, ExportRow } from '../columns.ts';
import type { LedgerAtRelease } from '../find-ledger.ts';
import type { EarningRows } from '../read-earnings.ts';

/** Rows that are held until they are written together. */
const rowGroupSize = 25_000;

/**
 * Parquet with one row group at a time in memory. Numbers are doubles: up to 15 digits they come back as they went in.
 * What the ledger is, its licence and citation stand in the file's own metadata.
 */
export async function* writeParquet(
  { columns, batches }: EarningRows,
  ledger: LedgerAtRelease,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    kvMetadata: metadataOf(ledger),
    createdBy: 'tacit',
  });
  let held: ExportRow[] = [];
  for await (const rows of batches) {
    for (const row of rows) {
      held.push(row);
      if (held.length < rowGroupSize) continue;
      writeGroup(writer, columns, held);
      held = [];
      yield taken(bytes);
    }
  }
  if (held.length > 0) writeGroup(writer, columns, held);
  void writer.finish();
  yield taken(bytes);
}

function writeGroup(
  writer: ParquetWriter,
  columns: readonly ExportColumn[],
  rows: readonly ExportRow[],
): void {
  const columnData = columns.map(({ name, kind }, at) => ({
    name,
    data: rows.map((row) => valueOf(row[at] ?? null, kind)),
    offsetIndex: false,
  }));
  void writer.write({ columnData, rowGroupSize: rows.length });
}

/** What was written since the last time; the writer goes on counting where in the file it is. */
function taken(bytes: ByteWriter): Uint8Array {
  const part = bytes.getBytes().slice();
  bytes.index = 0;
  return part;
}

function valueOf(cell: string | null, kind: ColumnKind): string | number | Date | null {
  if (cell === null) return null;
  switch (kind) {
    case 'text':
      return cell;
    case 'date':
      return new Date(`${cell}T00:00:00Z`);
    case 'number':
      return Number(cell);
    default:
      return kind satisfies never;
  }
}

function schemaOf(columns: readonly ExportColumn[]): SchemaElement[] {
  return [
    { name: 'ledger', num_children: columns.length },
    ...columns.map(({ name, kind }): SchemaElement => ({
      name,
      repetition_type: 'OPTIONAL',
      ...typeOf(kind),
    })),
  ];
}

function typeOf(kind: ColumnKind): Pick<SchemaElement, 'type' | 'converted_type'> {
  switch (kind) {
    case 'text':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'date':
      return { type: 'INT32', converted_type: 'DATE' };
    case 'number':
      return { type: 'DOUBLE' };
    default:
      return kind satisfies never;
  }
}

function metadataOf(ledger: LedgerAtRelease): { key: string; value: string }[] {
  const { slug, kind, title, about, release, publishedAt, checksum, licence, citation } = ledger;
  return Object.entries({
    dataset: slug,
    kind,
    title: title.en,
    about: about.en,
    release: String(release),
    published: publishedAt.toISOString(),
    checksum,
    licence: licence ?? '',
    citation: citation ?? '',
  }).map(([key, value]) => ({ key: `tacit.${key}`, value }));
}
