const sums = `sum(case when reversal then -1 else 1 end)::int, sum(amount_minor)::bigint, sum(hours), sum(units),
  sum(improvement)`;

/** The columns of a rollup in the order of its table and of its statement below. */
export function rollupColumns(rollup: 'expert_rollup' | 'project_rollup'): string {
  const keys = {
    expert_rollup: 'dataset_id, expert_id, quarter, sector_id, profession_id, currency',
    project_rollup: 'dataset_id, project_id, expert_id, currency',
  };
  const last = rollup === 'expert_rollup' ? ', project_id' : '';
  return `${keys[rollup]}, version, entries, amount_minor, hours, units, improvement${last}`;
}

/** What a version adds by expert, quarter, sector, profession and project; dataset and version are SQL, as is the table of facts. */
export function expertRollupSql(facts: string, dataset: string, version: string): string {
  return `
  select ${dataset}::int, expert_id, quarter, sector_id, profession_id, coalesce(currency, ''), ${version}::int, ${sums},
    project_id
  from ${facts}
  group by expert_id, quarter, sector_id, profession_id, project_id, coalesce(currency, '')
  order by expert_id`;
}

/** What a version adds by project and expert. */
export function projectRollupSql(facts: string, dataset: string, version: string): string {
  return `
  select ${dataset}::int, project_id, expert_id, coalesce(currency, ''), ${version}::int, ${sums}
  from ${facts}
  group by project_id, expert_id, coalesce(currency, '')
  order by project_id, expert_id`;
}
