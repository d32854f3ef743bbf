import { Migration } from '@mikro-orm/migrations';

/**
 * The facts of a quarter by day, in columns of one measure (server/cells/days): a period that begins or ends within a quarter is
 * added up from them. Packing would only slow them down.
 */
export class Migration20261130DayColumns extends Migration {
  override up(): void {
    const columns = ['experts', 'projects', 'sectors', 'professions', 'sizes', 'days', 'values'];
    this.addSql(`
      create table day_column (
        dataset_id int not null,
        measure text not null,
        version int not null,
        quarter smallint not null,
        slice smallint not null,
        currency text not null,
        first_expert bigint not null,
        last_expert bigint not null,
        ${columns.map((name) => `"${name}" bytea not null`).join(', ')},
        primary key (dataset_id, measure, quarter, slice, version, currency, first_expert)
      );
      alter table day_column ${columns.map((name) => `alter column "${name}" set storage external`).join(', ')};

      create table day_build (
        dataset_id int not null,
        measure text not null,
        version int not null,
        divisor double precision not null,
        wide boolean not null,
        magnitude double precision not null,
        plain boolean not null,
        primary key (dataset_id, measure, version)
      );
      comment on column day_column.slice is 'Which sixteen days of the quarter, 0 the first.';
      comment on column day_build.divisor is 'Values are whole numbers of 1 / divisor.';
      comment on column day_build.wide is 'True where values are doubles, false where they are ints.';
      comment on column day_build.plain is 'True where each fact has the measure, or of money an amount or no currency.';
      comment on column day_build.magnitude is 'The sum of what the values are without their signs, times the divisor.';
    `);
  }

  override down(): void {
    this.addSql('drop table day_build, day_column;');
  }
}
