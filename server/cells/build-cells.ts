import type pg from 'pg';
import { byProject, cellMeasures, partings, type CellDimension, type CellMeasure } from './cell-words.ts';
import { readGroupTotals } from './group-totals.sql.ts';
import type { GroupTotals } from './group-totals.ts';
import type { MadeCell } from './made-cell.ts';
import type { MadeRates } from './make-rates.ts';
import { notePeople } from './people-of.ts';
import { storeCells } from './store-cells.ts';
import { storeRates } from './store-rates.ts';
import { ratesInThread, summariseInThread } from './summary-thread.ts';

/** The parts that a release changed, by dimension. */
export type Touched = ReadonlyMap<CellDimension, readonly number[]>;

export interface BuildOptions {
  datasetId: number;
  version: number;
  /** Null where all parts are new, or may be. */
  touched: Touched | null;
  /** Stops between two partings. */
  signal?: AbortSignal | undefined;
}

/**
 * Makes the cells of a version, within the transaction that publishes it. Parts that the release did not touch keep those they
 * have: a cell holds from its version on, until one of a later version. While a thread makes one parting's cells, the database
 * sums up the next.
 */
export async function buildCells(
  client: pg.PoolClient,
  { datasetId, version, touched, signal }: BuildOptions,
): Promise<void> {
  const { rows } = await client.query<{ measures: CellMeasure[]; alterations: number }>(
    'select measures, alterations from dataset where id = $1',
    [datasetId],
  );
  const { alterations } = rows[0]!;
  const measures = (Object.keys(cellMeasures) as CellMeasure[]).filter((measure) =>
    rows[0]!.measures.includes(measure),
  );
  if (measures.length === 0) return;
  const made = [...measures, ...(hasRates(measures) ? ['RATE'] : [])];
  const only = (await follows(client, { datasetId, version, made, alterations })) ? touched : null;
  // Rollups lie by expert: adding up as they lie takes a quarter of the time of a hash, and none of its memory.
  await client.query('set local enable_hashagg = off');
  await inTurn(client, { datasetId, version, measures, only, signal });
  await client.query('set local enable_hashagg = on');
  await client.query(
    `insert into cell_build (dataset_id, version, alterations, measures) values ($1, $2, $3, $4)
     on conflict (dataset_id, version) do update set alterations = excluded.alterations, measures = excluded.measures`,
    [datasetId, version, alterations, made],
  );
  await notePeople(client, { datasetId, version });
}

interface Turn {
  datasetId: number;
  version: number;
  measures: readonly CellMeasure[];
  only: Touched | null;
  signal: AbortSignal | undefined;
}

async function inTurn(client: pg.PoolClient, turn: Turn): Promise<void> {
  const { datasetId, version, measures, only } = turn;
  const currencies = measures.includes('AMOUNT') ? await currenciesOf(client, datasetId) : [''];
  let former: Promise<() => Promise<void>> = Promise.resolve(() => Promise.resolve());
  for (const parting of partings) {
    turn.signal?.throwIfAborted();
    const { dimension } = parting;
    const keys = only === null ? null : dimension === 'ALL' ? [0] : (only.get(dimension) ?? []);
    const made: Promise<MadeCell[]>[] = [];
    for (const { measures: own, currencies: apart, codes } of passesOf(measures, currencies)) {
      const question = { datasetId, parting, keys, measures: own, currencies: apart };
      const totals = await readGroupTotals(client, question);
      const task = { totals, measures: own, currencyCodes: codes, keepAll: parting.ranked };
      const cells = summariseInThread(task);
      // Whoever waits for it below is told of its failure.
      cells.catch(() => undefined);
      made.push(cells);
    }
    const store = await former;
    await store();
    former = Promise.all(made).then((cells) => async () => {
      await storeCells(client, { datasetId, dimension, version }, cells.flat());
      await closeEmptied(client, { datasetId, dimension, version }, keys);
    });
    former.catch(() => undefined);
  }
  const rates = hasRates(measures) ? await readRates(client, { datasetId, codes: currencies }) : [];
  const store = await former;
  await store();
  if (hasRates(measures)) await storeRates(client, { datasetId, version }, rates);
}

/** Ledgers that record what was paid and the hours show hourly rates. */
export function hasRates(measures: readonly CellMeasure[]): boolean {
  return measures.includes('AMOUNT') && measures.includes('HOURS');
}

interface RatesOf {
  datasetId: number;
  codes: readonly string[];
}

/** The whole ledger's rates rest on every project's: they are made anew for each release. */
async function readRates(client: pg.PoolClient, of: RatesOf): Promise<MadeRates[]> {
  return ratesInThread({ totals: await readRateTotals(client, of), currencyCodes: of.codes });
}

/** What rates are made of. */
export function readRateTotals(client: pg.ClientBase, { datasetId, codes }: RatesOf): Promise<GroupTotals> {
  return readGroupTotals(client, {
    datasetId,
    parting: byProject,
    keys: null,
    measures: ['AMOUNT', 'HOURS'],
    currencies: codes.length <= 1 ? null : codes,
  });
}

interface Pass {
  measures: readonly CellMeasure[];
  currencies: readonly string[] | null;
  codes: readonly string[];
}

/** Where all money is in one currency, and every row has some, all measures are added up at once. */
export function passesOf(measures: readonly CellMeasure[], codes: readonly string[]): Pass[] {
  if (codes.length <= 1) return [{ measures, currencies: null, codes }];
  const others = measures.filter((measure) => measure !== 'AMOUNT');
  return [
    { measures: ['AMOUNT'], currencies: codes, codes },
    ...(others.length > 0 ? [{ measures: others, currencies: null, codes: [''] }] : []),
  ];
}

/** The currencies in which a ledger was paid, '' where rows have none. */
export async function currenciesOf(client: pg.ClientBase, datasetId: number): Promise<string[]> {
  const { rows } = await client.query<{ currency: string }>(
    'select distinct currency from expert_rollup where dataset_id = $1 order by currency',
    [datasetId],
  );
  return rows.map(({ currency }) => currency);
}

/** Whether the version before has cells of the same measures: then those that the release did not touch go on. */
async function follows(
  client: pg.PoolClient,
  {
    datasetId,
    version,
    made,
    alterations,
  }: {
    datasetId: number;
    version: number;
    made: readonly string[];
    alterations: number;
  },
): Promise<boolean> {
  const { rows } = await client.query(
    `select from cell_build
     where dataset_id = $1 and version = $2 and alterations = $3 and measures @> $4 and measures <@ $4`,
    [datasetId, version - 1, alterations, made],
  );
  return rows.length > 0;
}

/** Parts, and currencies of them, of which nothing is left: their last cells would go on, were there no empty ones after. */
async function closeEmptied(
  client: pg.PoolClient,
  { datasetId, dimension, version }: { datasetId: number; dimension: CellDimension; version: number },
  keys: readonly number[] | null,
): Promise<void> {
  await client.query(
    `insert into cell (dataset_id, dimension, version, group_key, measure, currency, contributors, excluded,
       other_currencies, total, largest, second)
     select distinct $1::int, $2, $3::int, former.group_key, former.measure, former.currency, 0, 0, 0, 0, 0, 0
     from cell former
     where former.dataset_id = $1 and former.dimension = $2 and former.version < $3
       and ($4::bigint[] is null or former.group_key = any($4))
       and not exists (
         select from cell made where made.dataset_id = $1 and made.dimension = $2 and made.measure = former.measure
           and made.group_key = former.group_key and made.currency = former.currency and made.version = $3)`,
    [datasetId, dimension, version, keys],
  );
}
