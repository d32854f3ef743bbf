import { sql, type Kysely } from 'kysely';
import type pg from 'pg';
import type { Tables } from '../../database/tables.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { measureColumnName } from '../earning-filter/measure-column.ts';

export interface LedgerQuestion {
  readonly datasetId: number;
  /** The newest that counts. */
  readonly release: number;
  readonly measure: Measure;
  /** Of money; null of other measures. */
  readonly currency: string | null;
}

/** How many entries are read at a time: their text is all that this thread has to do with them. */
const batch = 5_000;

/**
 * The entries of a ledger up to a release as lines, those of one contributor next to each other; what is reversed is paired
 * with what reverses it, and 0 stands for unknown and for what still stands. By a cursor, on a connection of its own: it
 * goes on when whoever asked first has left.
 */
export async function* entryLines(
  pool: pg.Pool,
  { datasetId, release, measure, currency }: LedgerQuestion,
): AsyncGenerator<string[]> {
  const client = await pool.connect();
  let whole = false;
  try {
    await client.query('begin read only');
    const values = [datasetId, release, ...(currency === null ? [] : [currency])];
    await client.query(`declare entries no scroll cursor for ${entriesSql(measure, currency)}`, values);
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${batch} from entries`);
      if (rows.length === 0) break;
      yield rows.map(({ line }) => line);
    }
    await client.query('commit');
    whole = true;
  } finally {
    client.release(!whole);
  }
}

function entriesSql(measure: Measure, currency: string | null): string {
  const column = measureColumnName(measure);
  return `
    with numbered as materialized (
      select expert_id, sector_id, profession_id, project_id, quarter, row_key, reversal, release.number,
        earning.${column} as value,
        row_number() over (partition by row_key, reversal order by release.number, earning.id) as turn
      from earning join release on release.id = earning.release_id
      where earning.dataset_id = $1 and release.dataset_id = $1 and release.number <= $2
        and earning.${column} <> 0 ${currency === null ? '' : 'and earning.currency = $3'}
    ),
    entries as (
      select entered.expert_id, entered.number as since, left_off.number as until, entered.sector_id,
        entered.profession_id, entered.project_id, entered.quarter, sum(entered.value)::float8 as value
      from numbered entered
      left join numbered left_off on left_off.reversal and left_off.row_key = entered.row_key
        and left_off.turn = entered.turn
      where not entered.reversal
      group by 1, 2, 3, 4, 5, 6, 7
    )
    select concat_ws(' ', expert_id, since, coalesce(until, 0), entries.sector_id, entries.profession_id, project_id, quarter,
      coalesce(platform_id, 0), coalesce(laboratory_id, 0), value, coalesce(expert.country, '')) as line
    from entries join expert on expert.id = expert_id left join project on project.id = project_id
    order by expert_id, since, entries.sector_id, entries.profession_id, project_id, quarter, until`;
}

/** The row ids of sectors, professions or organisations by what filters call them. */
export async function idsNamed(
  kysely: Kysely<Tables>,
  table: 'sector' | 'profession' | 'organisation',
  names: readonly string[] | null,
): Promise<number[] | null> {
  if (names === null) return null;
  const name = sql.ref(table === 'profession' ? 'soc_code' : 'slug');
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(table)} where ${name} = any(${names})`.execute(kysely);
  return rows.map(({ id }) => id);
}
