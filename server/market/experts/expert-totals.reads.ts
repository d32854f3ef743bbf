import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { atVersions } from '../../graphql/versions.ts';
import type { CurrencyTotals } from './expert-totals.type.ts';

/** The totals of experts at their datasets' versions, by currency, from the rollup. */
export async function readTotals(
  { kysely, versions }: Context,
  experts: readonly number[],
): Promise<CurrencyTotals[][]> {
  const datasets = [...(await versions.all()).values()];
  const { rows } = await sql<CurrencyTotals & { expert_id: number }>`
    select rollup.expert_id, rollup.currency, sum(rollup.entries) as entries, sum(rollup.amount_minor) as amount_minor,
      sum(rollup.hours) as hours, sum(rollup.units) as units, sum(rollup.improvement) as improvement
    from expert_rollup rollup ${atVersions(datasets)}
    where rollup.expert_id = any(${experts})
    group by rollup.expert_id, rollup.currency
    order by rollup.expert_id, rollup.currency`.execute(kysely);
  const byExpert = Map.groupBy(rows, (row) => row.expert_id);
  return experts.map((expert) => byExpert.get(expert) ?? []);
}
