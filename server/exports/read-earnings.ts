import type { Database } from '../database/connect.ts';
import { to as copyTo } from 'pg-copy-streams';
import {
  backgroundColumns,
  exportColumns,
  type BackgroundColumn,
  type ExportColumn,
  type ExportRow,
} from './columns.ts';
import { readCopyText } from './copy-text.ts';
import { copyEarningsSql, knownBackgroundsSql, type RowFilter } from './earnings.sql.ts';
import type { LedgerAtRelease } from './find-ledger.ts';
import { toMajorUnits } from './major-units.ts';
import { readSectorLabels, type SectorLabel } from './sector-labels.ts';

/** The rows of a ledger as writers take them: which columns there are, and batches that come as they are taken. */
export interface EarningRows {
  columns: readonly ExportColumn[];
  sectors: readonly SectorLabel[];
  batches: AsyncIterable<ExportRow[]>;
}

const amountAt = exportColumns.findIndex(({ name }) => name === 'amount');
const currencyAt = exportColumns.findIndex(({ name }) => name === 'currency');

/** Opens the rows of a ledger; nothing is held but the batch that is being written. */
export async function openEarnings(
  database: Pick<Database, 'pool' | 'kysely'>,
  ledger: LedgerAtRelease,
  filter?: RowFilter,
): Promise<EarningRows> {
  const sectors = await readSectorLabels(database, ledger.datasetId);
  const { rows } = await database.pool.query<Record<BackgroundColumn, boolean>>(knownBackgroundsSql, [
    ledger.datasetId,
  ]);
  const isBackground = (name: string): name is BackgroundColumn => Object.hasOwn(backgroundColumns, name);
  const columns = exportColumns.filter(({ name }) => !isBackground(name) || rows[0]?.[name] === true);
  const sql = copyEarningsSql(ledger, sectors, columns.map(({ name }) => name).filter(isBackground), filter);
  return { columns, sectors, batches: readBatches(database.pool, sql) };
}

async function* readBatches(pool: Database['pool'], sql: string): AsyncGenerator<ExportRow[]> {
  const client = await pool.connect();
  let whole = false;
  try {
    const rows = readCopyText(client.query(copyTo(sql)));
    for await (const batch of rows) yield batch.map((cells) => finish(cells));
    whole = true;
  } finally {
    // Left half way, the connection still has the rest of the rows to send: it is closed, not given back.
    client.release(!whole);
  }
}

function finish(cells: (string | null)[]): ExportRow {
  const amount = cells[amountAt];
  const currency = cells[currencyAt];
  if (amount != null && currency != null) cells[amountAt] = toMajorUnits(amount, currency);
  return cells;
}
