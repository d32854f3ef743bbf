import { Migration } from '@mikro-orm/migrations';

/** The hourly rates of ledgers and of their projects, computed when a release is published (server/cells/README.md). */
export class Migration20261129RateCells extends Migration {
  override up(): void {
    this.addSql(`
      create table rate_cell (
        dataset_id int not null,
        dimension text not null check (dimension in ('ALL', 'PROJECT')),
        group_key bigint not null,
        currency text not null,
        version int not null,
        "rows" int not null,
        engagements int not null,
        contributors int not null,
        left_out int not null,
        mean double precision,
        total double precision not null,
        largest double precision not null,
        second double precision not null,
        quantiles bytea,
        primary key (dataset_id, dimension, group_key, currency, version)
      );
      alter table rate_cell alter column quantiles set storage external;
      -- Nothing has rates yet, whatever a later version has left written before it was taken back.
      update cell_build set measures = array_remove(measures, 'RATE');
    `);
  }

  override down(): void {
    this.addSql(`drop table rate_cell; update cell_build set measures = array_remove(measures, 'RATE');`);
  }
}
