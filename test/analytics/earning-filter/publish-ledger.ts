import { importLedger } from '../../../server/imports/ledger/import-ledger.ts';
import type { LedgerProperties } from '../../../server/imports/package/descriptor.ts';
import type { ReadTable, SourceRow } from '../../../server/imports/readers/table.ts';
import type { TestDatabase } from '../../support/database.ts';

/** A row of a test ledger; what is not given is not known. */
export interface LedgerRow {
  expert: string;
  project?: string;
  sector?: string;
  profession?: string;
  date?: string;
  units?: number;
  hours?: number;
  amount?: number;
  currency?: string;
}

const columns: LedgerProperties['columns'] = {
  expert: 'expert',
  project: 'project',
  sector: 'sector',
  profession: 'profession',
  date: 'date',
  units: 'units',
  hours: 'hours',
  amount: 'amount',
  currency: 'currency',
};

/** Publishes the rows as the ledger's next release, which holds these rows and no others. */
export async function publishLedger(
  { pool }: TestDatabase,
  slug: string,
  rows: readonly LedgerRow[],
  properties: Partial<LedgerProperties> = {},
): Promise<void> {
  const ledger: LedgerProperties = {
    slug,
    title: { en: slug, fr: slug },
    about: { en: '', fr: '' },
    kind: 'LEDGER',
    protected: false,
    unit: { en: 'pieces', fr: 'pièces' },
    allotment: 'OPEN',
    measures: ['UNITS', 'HOURS', 'AMOUNT'],
    citation: '',
    licence: 'CC0-1.0',
    sectorNames: {},
    columns,
    ...properties,
  };
  const client = await pool.connect();
  try {
    await client.query('begin');
    await importLedger(client, { ledger, table: tableOf(rows), checksum: '', mode: 'REPLACE', name: slug });
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The rows as a reader of files gives them. */
function tableOf(rows: readonly LedgerRow[]): ReadTable {
  const names = Object.keys(columns) as (keyof LedgerRow)[];
  const cellsOf = (row: LedgerRow, wanted: readonly string[]): (string | null)[] =>
    wanted.map((name) => row[name as keyof LedgerRow]?.toString() ?? null);
  const read = (wanted: readonly string[]): SourceRow[] =>
    rows.map((row, index) => ({ line: index + 2, cells: cellsOf(row, wanted) }));
  return {
    position: 'LINE',
    columns: names,
    sample: read(names),
    rows: async function* (wanted) {
      yield read(wanted);
    },
  };
}
