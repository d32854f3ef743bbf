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
    this.addSql(`
      alter table expert_rollup drop constraint expert_rollup_pkey;
      create temporary table without_projects on commit drop as
      select dataset_id, expert_id, quarter, sector_id, profession_id, currency, version, sum(entries)::int as entries,
        sum(amount_minor)::bigint as amount_minor, sum(hours) as hours, sum(units) as units, sum(improvement) as improvement
      from expert_rollup group by dataset_id, expert_id, quarter, sector_id, profession_id, currency, version;
      truncate expert_rollup;
      alter table expert_rollup drop column project_id;
      insert into expert_rollup (dataset_id, expert_id, quarter, sector_id, profession_id, currency, version, entries, amount_minor,
        hours, units, improvement)
      select * from without_projects order by dataset_id, expert_id, version;
      alter table expert_rollup add primary key (dataset_id, expert_id, quarter, sector_id, profession_id, currency, version);
    `);
  }
}
