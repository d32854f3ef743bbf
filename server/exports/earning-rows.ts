import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../database/connect.ts';
import { backgroundColumns, exportColumns, type BackgroundColumn, type ExportColumn } from './columns.ts';
import type { EarningShape } from './earning-shapes.ts';
import {
  copyEarningsSql,
  currenciesSql,
  knownBackgroundsSql,
  type KnownBackgrounds,
  type RowFilter,
} from './earnings.sql.ts';
import type { LedgerAtRelease } from './find-ledger.ts';
import { readSectorLabels, type SectorLabel } from './sector-labels.ts';

/** The rows of a ledger as writers take them. */
export interface EarningRows {
  columns: readonly ExportColumn[];
  sectors: readonly SectorLabel[];
  /** The rows as PostgreSQL writes them, in parts that come as they are taken; nothing else of them is held. */
  read(shape: EarningShape): AsyncGenerator<Buffer>;
}

export interface OpenOptions {
  filter?: RowFilter;
  /** Told how many more rows were read: of a CSV about as many until the last, then exactly. */
  onRows?: (count: number) => void;
}

/** Opens the rows of a ledger. */
export async function openEarnings(
  { pool, kysely }: Pick<Database, 'pool' | 'kysely'>,
  ledger: LedgerAtRelease,
  { filter, onRows = () => undefined }: OpenOptions = {},
): Promise<EarningRows> {
  const [sectors, known, money] = await Promise.all([
    readSectorLabels({ kysely }, ledger.datasetId),
    pool.query<KnownBackgrounds>(knownBackgroundsSql, [ledger.datasetId]),
    pool.query<{ currency: string }>(currenciesSql, [ledger.datasetId]),
  ]);
  const isBackground = (name: string): name is BackgroundColumn => Object.hasOwn(backgroundColumns, name);
  const columns = exportColumns.filter(({ name }) => !isBackground(name) || known.rows[0]?.[name] === true);
  const names = { columns, sectors, currencies: money.rows.map(({ currency }) => currency) };
  return {
    columns,
    sectors,
    read: (shape) => copyOut(pool, copyEarningsSql(ledger, names, shape, filter), onRows),
  };
}

async function* copyOut(
  pool: Database['pool'],
  sql: string,
  onRows: (count: number) => void,
): AsyncGenerator<Buffer> {
  const client = await pool.connect();
  let whole = false;
  try {
    const copy = client.query(copyTo(sql));
    let told = 0;
    for await (const part of copy as AsyncIterable<Buffer>) {
      const count = linesOf(part);
      yield part;
      onRows(count);
      told += count;
    }
    whole = true;
    // A line break within a cell is none of a row.
    onRows((copy.rowCount ?? told) - told);
  } finally {
    // Left half way, the connection still has the rest of the rows to send: it is closed, not given back.
    client.release(!whole);
  }
}

function linesOf(part: Buffer): number {
  let lines = 0;
  for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1;
  return lines;
}
