import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { exportDataset, type DatasetExport } from '../../server/exports/export-dataset.ts';
import { importLedger } from '../../server/imports/ledger/import-ledger.ts';
import type { LedgerProperties } from '../../server/imports/package/descriptor.ts';
import { unguardText } from '../../server/imports/readers/formula-guard.ts';
import { openTable } from '../../server/imports/readers/open-table.ts';
import type { ReadTable } from '../../server/imports/readers/table.ts';
import type { TestDatabase } from '../support/database.ts';

/** A row as text by column, empty where nothing is known: what the importer's mapping works on. */
export type TextValues = Record<string, string>;

/** The owner of the machine, who may read all. */
export const owner = { mayReadLedgers: true };

/** The bytes of an export. */
export async function exported(database: TestDatabase, question: DatasetExport): Promise<Buffer> {
  return buffer(await exportDataset(database, question));
}

/** The rows of an export, read by a parser that had no part in writing it. */
export async function readBack(bytes: Buffer, format: DatasetExport['format']): Promise<TextValues[]> {
  switch (format) {
    case 'csv':
      return parse(bytes, { columns: true, cast: (cell) => unguardText(cell) });
    case 'jsonl':
      return bytes
        .toString()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => asText(JSON.parse(line) as Record<string, unknown>));
    case 'parquet': {
      const file = Uint8Array.from(bytes).buffer;
      return (await parquetReadObjects({ file })).map(asText);
    }
    default:
      return format satisfies never;
  }
}

function asText(row: Record<string, unknown>): TextValues {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value === null || value === undefined) return [name, ''];
      return [name, value instanceof Date ? value.toISOString().slice(0, 10) : String(value)];
    }),
  );
}

type Properties = Pick<LedgerProperties, 'slug' | 'measures'> & Partial<LedgerProperties>;

/** Imports the bytes of a file as a ledger of another name, through the importer's own readers. */
export async function importBytes(
  database: TestDatabase,
  properties: Properties,
  bytes: Buffer,
  name: string,
): Promise<void> {
  const table = await openTable({ input: Readable.from([bytes]), name });
  await importTable(database, properties, table);
  await table.close();
}

/** Publishes rows as a ledger's next release, which holds these rows and no others. */
export async function publishRows(
  database: TestDatabase,
  properties: Properties,
  rows: readonly object[],
): Promise<void> {
  const columns = ['expert', ...roles];
  const lines = rows.map((row, index) => ({
    line: index + 2,
    cells: columns.map((name) => String((row as TextValues)[name] ?? '')),
  }));
  await importTable(database, properties, {
    position: 'LINE',
    columns,
    sample: lines,
    rows: async function* (wanted) {
      yield lines.map(({ line, cells }) => ({
        line,
        cells: wanted.map((name) => cells[columns.indexOf(name)]!),
      }));
    },
  });
}

const roles = [
  'project',
  'sector',
  'profession',
  'date',
  'units',
  'hours',
  'amount',
  'currency',
  'improvement',
];

async function importTable({ pool }: TestDatabase, properties: Properties, table: ReadTable): Promise<void> {
  const ledger: LedgerProperties = {
    title: { en: '', fr: '' },
    about: { en: '', fr: '' },
    kind: 'LEDGER',
    protected: false,
    unit: { en: '', fr: '' },
    allotment: null,
    citation: '',
    licence: 'CC0-1.0',
    sectorNames: {},
    ...properties,
    columns: { expert: 'expert', ...Object.fromEntries(roles.map((name) => [name, name])) },
  };
  const client = await pool.connect();
  try {
    await client.query('begin');
    await importLedger(client, { ledger, table, checksum: '', mode: 'REPLACE', name: ledger.slug });
    await client.query('commit');
  } finally {
    client.release();
  }
}
