import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import type { LedgerPeople, PlacedEntry } from './ledger-entry.ts';
import { measureColumn } from '../earning-filter/measure-column.ts';

export interface LedgerQuestion {
  readonly datasetId: number;
  /** The newest that counts. */
  readonly release: number;
  readonly measure: Measure;
  /** Of money; null of other measures. */
  readonly currency: string | null;
}

type Row = Omit<PlacedEntry, 'until'> & { until: number | null };

/** The entries of a ledger up to a release: what is reversed is paired with what reverses it. */
export async function readEntries(
  kysely: Kysely<Tables>,
  { datasetId, release, measure, currency }: LedgerQuestion,
): Promise<PlacedEntry[]> {
  const column = measureColumn(measure, 'earning');
  const inCurrency = currency === null ? sql`` : sql`and earning.currency = ${currency}`;
  const { rows } = await sql<Row>`
    with numbered as materialized (
      select expert_id, sector_id, profession_id, project_id, quarter, row_key, reversal, release.number,
        ${column} as value,
        row_number() over (partition by row_key, reversal order by release.number, earning.id) as turn
      from earning join release on release.id = earning.release_id
      where earning.dataset_id = ${datasetId} and release.dataset_id = ${datasetId} and release.number <= ${release}
        and ${column} <> 0 ${inCurrency}
    )
    select entered.expert_id as owner, entered.sector_id as sector, entered.profession_id as profession,
      entered.project_id as project, entered.quarter, entered.number as since, left_off.number as until,
      sum(entered.value)::float8 as value
    from numbered entered
    left join numbered left_off on left_off.reversal and left_off.row_key = entered.row_key
      and left_off.turn = entered.turn
    where not entered.reversal
    group by 1, 2, 3, 4, 5, 6, 7
    order by 1, 6, 2, 3, 4, 5, 7`.execute(kysely);
  return rows.map((row) => ({ ...row, until: row.until ?? Infinity }));
}

/** What filters ask of contributors and projects. */
export async function readPeople(kysely: Kysely<Tables>, datasetId: number): Promise<LedgerPeople> {
  const experts = await kysely
    .selectFrom('expert')
    .select(['id', 'country'])
    .where('dataset_id', '=', datasetId)
    .where('country', 'is not', null)
    .execute();
  const projects = await kysely
    .selectFrom('project')
    .select(['id', 'platform_id', 'laboratory_id'])
    .where('dataset_id', '=', datasetId)
    .execute();
  return {
    countries: new Map(experts.map(({ id, country }) => [id, country ?? ''])),
    platforms: new Map(projects.map((row) => [row.id, row.platform_id ?? 0])),
    laboratories: new Map(projects.map((row) => [row.id, row.laboratory_id ?? 0])),
  };
}

/** The row ids of sectors, professions or organisations by what filters call them. */
export async function idsNamed(
  kysely: Kysely<Tables>,
  table: 'sector' | 'profession' | 'organisation',
  names: readonly string[] | null,
): Promise<ReadonlySet<number> | null> {
  if (names === null) return null;
  const name = sql.ref(table === 'profession' ? 'soc_code' : 'slug');
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(table)} where ${name} = any(${names})`.execute(kysely);
  return new Set(rows.map(({ id }) => id));
}
