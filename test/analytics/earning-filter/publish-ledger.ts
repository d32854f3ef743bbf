import { importLedger } from '../../../server/imports/ledger/import-ledger.ts';
import type { LedgerProperties } from '../../../server/imports/package/descriptor.ts';
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
    await importLedger(client, { ledger, rows: textRows(rows), checksum: '', mode: 'REPLACE', name: slug });
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function* textRows(rows: readonly LedgerRow[]) {
  for (const [index, row] of rows.entries()) {
    const values = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
    yield { line: index + 2, values };
  }
}
