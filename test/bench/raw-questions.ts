import { sql } from 'kysely';
import type { Database } from '../../server/database/connect.ts';
import { concentrationEstimates, contributors } from '../../server/statistics/index.ts';
import { timed, type Taken } from './bare-copy.ts';
import type { PageQuestion } from './page-questions.ts';

const keys = { whole: '0', sector: 'sector_id', quarter: 'quarter', project: 'project_id' } as const;

export type RawTimes = Record<NonNullable<PageQuestion['raw']>, Taken>;

/** The same questions put to the facts, row by row as they lie, and then to the same statistics: what each takes. */
export async function timeRaw(database: Database, datasetId: number): Promise<RawTimes> {
  const { kysely } = database;
  const byGroup = async (key: string): Promise<void> => {
    const { rows } = await sql<{ key: number; total: number }>`
      select ${sql.raw(key)} as key, expert_id, sum(amount_minor) as total from earning where dataset_id = ${datasetId}
      group by 1, 2 having sum(case when reversal then -1 else 1 end) > 0`.execute(kysely);
    for (const own of Map.groupBy(rows, (row) => row.key).values()) {
      const people = contributors(own.map(({ total }) => total));
      concentrationEstimates(people, { topFractions: [0.01, 0.05, 0.1, 0.2], lorenzPoints: 101 });
    }
  };
  const country = async (): Promise<void> => {
    const { rows } = await sql<{ total: number }>`
      select sum(amount_minor) as total from earning where dataset_id = ${datasetId} and expert_id in (
        select id from expert where dataset_id = ${datasetId} and country = (
          select min(country) from expert where dataset_id = ${datasetId}))
      group by expert_id having sum(case when reversal then -1 else 1 end) > 0`.execute(kysely);
    const people = contributors(rows.map(({ total }) => total));
    concentrationEstimates(people, { topFractions: [0.2], lorenzPoints: 101 });
  };
  const backgrounds = (): Promise<unknown> =>
    sql`select array_agg(distinct profession_id), array_agg(distinct country), array_agg(distinct seniority) from expert
      where id in (select expert_id from earning where dataset_id = ${datasetId} group by expert_id
        having sum(case when reversal then -1 else 1 end) > 0)`.execute(kysely);
  const rates = (): Promise<unknown> =>
    sql`select percentile_cont(array[0.1, 0.25, 0.5, 0.75, 0.9]) within group (order by paid / worked) from (
      select sum(amount_minor)::float8 as paid, sum(hours)::float8 as worked from earning
      where dataset_id = ${datasetId} group by expert_id, project_id
      having sum(hours) > 0 and sum(case when reversal then -1 else 1 end) > 0) engagement`.execute(kysely);
  const take = (key: keyof typeof keys): Promise<Taken> => timed(database, () => byGroup(keys[key]));
  const whole = await take('whole');
  return {
    whole,
    ranking: whole,
    sector: await take('sector'),
    quarter: await take('quarter'),
    project: await take('project'),
    rates: await timed(database, rates),
    country: await timed(database, country),
    backgrounds: await timed(database, backgrounds),
  };
}
