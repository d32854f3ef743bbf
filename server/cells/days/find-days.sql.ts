import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { CellMeasure } from '../cell-words.ts';
import type { DayBuild } from './day-columns.ts';

/** The days of a ledger in one measure, as it stood at a version. */
export interface DaysOf {
  readonly datasetId: number;
  readonly measure: CellMeasure;
  readonly version: number;
}

/** How each version up to that one is written; null where one is not yet, or doubles could not add them up exactly. */
export async function findDayBuilds(
  kysely: Kysely<Tables>,
  { datasetId, measure, version }: DaysOf,
): Promise<DayBuild[] | null> {
  const { rows } = await sql<DayBuild>`
    select measure, version, divisor, wide, magnitude, plain from day_build
    where dataset_id = ${datasetId} and measure = ${measure} and version <= ${version}`.execute(kysely);
  const divisor = Math.max(...rows.map((row) => row.divisor));
  const most = rows.reduce((sum, row) => sum + (row.magnitude / row.divisor) * divisor, 0);
  return rows.length === version && most < Number.MAX_SAFE_INTEGER / 2 ? rows : null;
}

/** Whether nobody was erased from a ledger since: what was read in several statements is then of one state. */
export async function isUnaltered(
  kysely: Kysely<Tables>,
  datasetId: number,
  alterations: number,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from dataset where id = ${datasetId} and alterations = ${alterations}`.execute(kysely);
  return rows.length === 1;
}
