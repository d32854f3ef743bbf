import { Migration } from '@mikro-orm/migrations';

/**
 * The rollup by expert knows projects too: so that all that is asked is in it but days within a quarter, and the facts need not be
 * read for a sector on a platform, or a project in a year. What is there is summed up again from the facts.
 */
export class Migration20261130RollupProjects extends Migration {
  override up(): void {
    this.addSql(`
      alter table expert_rollup drop constraint expert_rollup_pkey;
      truncate expert_rollup;
      alter table expert_rollup add column project_id bigint not null;
      set local work_mem = '256MB';
      insert into expert_rollup (dataset_id, expert_id, quarter, sector_id, profession_id, project_id, currency, version,
        entries, amount_minor, hours, units, improvement)
      select earning.dataset_id, expert_id, quarter, sector_id, profession_id, project_id, coalesce(currency, ''), number,
        sum(case when reversal then -1 else 1 end)::int, sum(amount_minor)::bigint, sum(hours), sum(units), sum(improvement)
      from earning join release on release.id = release_id
      group by earning.dataset_id, expert_id, quarter, sector_id, profession_id, project_id, coalesce(currency, ''), number
      order by earning.dataset_id, expert_id, number;
      reset work_mem;
      alter table expert_rollup
        add primary key (dataset_id, expert_id, quarter, sector_id, profession_id, project_id, currency, version);
      analyze expert_rollup;
    `);
  }

  override down(): void {
    throw new Error('Projects are not taken out of the rollup again: restore the database instead.');
  }
}
