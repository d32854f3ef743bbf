import { Findings, ledgersOf, type Check } from './check.ts';

/** A rollup and by what it sums the facts up. */
interface Rollup {
  table: 'expert_rollup' | 'project_rollup';
  keys: string;
}

const rollups: Rollup[] = [
  { table: 'expert_rollup', keys: 'expert_id, quarter, sector_id, profession_id, project_id' },
  { table: 'project_rollup', keys: 'project_id, expert_id' },
];

/** Both ways round: what the facts come to and the rollup lacks, and what the rollup has that no fact gives. */
function differencesSql({ table, keys }: Rollup): string {
  return `
  with facts as materialized (
    select ${keys}, coalesce(currency, '') as currency, release.number as version,
      sum(case when reversal then -1 else 1 end)::int as entries, sum(amount_minor)::bigint as amount_minor,
      sum(hours) as hours, sum(units) as units, sum(improvement) as improvement
    from earning join release on release.id = release_id
    where earning.dataset_id = $1 group by ${keys}, coalesce(currency, ''), release.number
  ),
  kept as materialized (
    select ${keys}, currency, version, entries, amount_minor, hours, units, improvement
    from ${table} where dataset_id = $1
  ),
  different as (
    (select 'facts' as of, * from (select * from facts except all select * from kept) lacking)
    union all
    (select 'rollup' as of, * from (select * from kept except all select * from facts) unfounded)
  )
  select (select count(*) from facts)::bigint as checked, (select count(*) from different)::bigint as different,
    array(select to_jsonb(different)::text from different limit 3) as examples`;
}

/** The rollups, from which measures are computed, are the sums of the facts, version by version, to the last digit. */
export const rollupSums: Check[] = rollups.map((rollup) => ({
  name: `${rollup.table}: entries and sums from the facts`,
  async run(client) {
    const findings = new Findings();
    for (const { id, slug } of await ledgersOf(client)) {
      const { rows } = await client.query<{ checked: number; different: number; examples: string[] }>(
        differencesSql(rollup),
        [id],
      );
      const { checked, different, examples } = rows[0]!;
      findings.compared(Number(checked));
      if (Number(different) > 0) findings.differs(`${slug}: ${examples.join(' ')}`, Number(different));
    }
    return findings.all;
  },
}));
