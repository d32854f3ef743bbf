import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { cellMeasures, type CellMeasure } from '../cell-words.ts';
import { mostMagnitude } from './held-columns.ts';

/** What is held: one measure of one rollup of a dataset, up to a version. */
export interface HeldSource {
  readonly datasetId: number;
  readonly version: number;
  readonly rollup: 'expert_rollup' | 'project_rollup';
  readonly measure: CellMeasure;
}

/** Columns as PostgreSQL sends them: big-endian, a few megabytes at a time. */
export interface SentColumns {
  /** Row ids as doubles, and places of countries among their codes, of which the first is none. */
  readonly experts: { readonly ids: Uint8Array; readonly countries: Uint8Array; readonly codes: string[] };
  readonly blocks: readonly Record<SentColumn, Uint8Array>[];
  readonly currencyCodes: readonly string[];
  readonly divisor: number;
}

export type SentColumn =
  | 'experts'
  | 'quarters'
  | 'sectors'
  | 'professions'
  | 'projects'
  | 'currencies'
  | 'versions'
  | 'entries'
  | 'values';

/** About how many rows are sent at a time. */
export const rowsAtATime = 100_000;
/** The most digits behind the point for which ten to that power is a whole double. */
const mostDigits = 15;

/** The divisor that makes whole numbers of all values, or null where doubles could not add them up exactly. */
async function divisorOf(kysely: Kysely<Tables>, source: HeldSource): Promise<number | null> {
  const { datasetId, version, rollup, measure } = source;
  const column = sql.ref(cellMeasures[measure]);
  const { rows } = await sql<{ digits: number; sum: number }>`
    select coalesce(max(scale(trim_scale(${column}::numeric))), 0)::int as digits,
      coalesce(sum(abs(${column})), 0)::float8 as sum
    from ${sql.table(rollup)} where dataset_id = ${datasetId} and version <= ${version}`.execute(kysely);
  const { digits, sum } = rows[0]!;
  if (digits > mostDigits || sum * 10 ** digits > mostMagnitude) return null;
  return 10 ** digits;
}

/**
 * Reads them in blocks of experts (or of projects, as the rollup lies); null where there are more rows than that, or they cannot be
 * held exactly.
 */
export async function readColumns(
  kysely: Kysely<Tables>,
  source: HeldSource,
  mostRows: number,
): Promise<SentColumns | null> {
  const { datasetId, version, rollup } = source;
  const lead = sql.ref(rollup === 'expert_rollup' ? 'expert_id' : 'project_id');
  const { rows: bounds } = await sql<{ first: number | null; last: number | null; size: number }>`
    select min(${lead}) as first, max(${lead}) as last, count(*) as size
    from ${sql.table(rollup)} where dataset_id = ${datasetId} and version <= ${version}`.execute(kysely);
  const { first, last, size } = bounds[0]!;
  const divisor = size > mostRows ? null : await divisorOf(kysely, source);
  if (divisor === null) return null;
  const codes = await currenciesIn(kysely, source);
  const blocks: Record<SentColumn, Uint8Array>[] = [];
  if (first !== null && last !== null) {
    const width = Math.ceil((last - first + 1) / Math.ceil(size / rowsAtATime));
    for (let from = first; from <= last; from += width) {
      blocks.push(
        await readBlock(kysely, { ...source, divisor, codes }, [from, Math.min(last, from + width - 1)]),
      );
    }
  }
  return { experts: await readExperts(kysely, datasetId), blocks, currencyCodes: codes, divisor };
}

async function currenciesIn(
  kysely: Kysely<Tables>,
  { datasetId, version, rollup }: HeldSource,
): Promise<string[]> {
  const { rows } = await sql<{ currency: string }>`
    select distinct currency from ${sql.table(rollup)} where dataset_id = ${datasetId} and version <= ${version}
    order by currency`.execute(kysely);
  return rows.map(({ currency }) => currency);
}

/** What each rollup knows of a kind of work; the other columns of kinds are empty. */
const known: Record<HeldSource['rollup'], Partial<Record<SentColumn, string>>> = {
  expert_rollup: {
    quarters: 'quarter',
    sectors: 'sector_id',
    professions: 'profession_id',
    projects: 'project_id',
  },
  project_rollup: { projects: 'project_id' },
};

/** One block of them. */
export async function readBlock(
  kysely: Kysely<Tables>,
  { datasetId, version, rollup, measure, codes, divisor }: HeldSource & { codes: string[]; divisor: number },
  [from, to]: [number, number],
): Promise<Record<SentColumn, Uint8Array>> {
  const column = sql.ref(cellMeasures[measure]);
  const value = divisor === 1 ? column : sql`(${column} * ${divisor}::bigint)`;
  const place = sql`coalesce(array_position(${codes}::text[], currency), 1) - 1`;
  const { rows } = await sql<Partial<Record<SentColumn, Buffer>>>`
    select ${sentColumns(rollup, value, codes.length > 1 ? place : null)}
    from ${sql.table(rollup)}
    where dataset_id = ${datasetId} and version <= ${version}
      and ${sql.ref(rollup === 'expert_rollup' ? 'expert_id' : 'project_id')} between ${from} and ${to}`.execute(
    kysely,
  );
  return allColumns(rows[0] ?? {});
}

/** The columns of some rows of a rollup as they are sent; `place`, of the currency, is null where there is but one. */
export function sentColumns(
  rollup: HeldSource['rollup'],
  value: RawBuilder<unknown>,
  place: RawBuilder<unknown> | null,
): RawBuilder<unknown> {
  const ints = {
    ...Object.fromEntries(Object.entries(known[rollup]).map(([name, own]) => [name, sql.ref(own)])),
    ...(place === null ? {} : { currencies: place }),
    ...{ versions: sql.ref('version'), entries: sql.ref('entries') },
  };
  return sql`string_agg(float8send(expert_id::float8), '') as experts,
      ${sql.join(Object.entries(ints).map(([name, own]) => sql`string_agg(int4send(${own}::int), '') as ${sql.ref(name)}`))},
      string_agg(float8send(coalesce(${value}::float8, 'NaN')), '') as values`;
}

/** With the columns that the rollup does not know, which are empty. */
export function allColumns(sent: Partial<Record<SentColumn, Uint8Array>>): Record<SentColumn, Uint8Array> {
  const own = (name: SentColumn): Uint8Array => sent[name] ?? new Uint8Array();
  return {
    ...{ experts: own('experts'), quarters: own('quarters'), sectors: own('sectors') },
    ...{ professions: own('professions'), projects: own('projects'), currencies: own('currencies') },
    ...{ versions: own('versions'), entries: own('entries'), values: own('values') },
  };
}

/** The people of the dataset, in the order of their ids. */
export async function readExperts(
  kysely: Kysely<Tables>,
  datasetId: number,
): Promise<SentColumns['experts']> {
  const { rows: named } = await sql<{ codes: string[] | null }>`
    select array_agg(distinct country) as codes from expert
    where dataset_id = ${datasetId} and country is not null`.execute(kysely);
  const codes = ['', ...(named[0]?.codes ?? [])];
  const { rows } = await sql<{ ids: Buffer | null; countries: Buffer | null }>`
    select string_agg(float8send(id::float8), '') as ids, string_agg(int4send(place::int), '') as countries
    from (
      select expert.id, coalesce(code.place, 1) - 1 as place from expert
      left join unnest(${codes}::text[]) with ordinality as code (name, place) on code.name = expert.country
      where dataset_id = ${datasetId} order by expert.id
    ) listed`.execute(kysely);
  const { ids, countries } = rows[0]!;
  return { ids: ids ?? new Uint8Array(), countries: countries ?? new Uint8Array(), codes };
}
