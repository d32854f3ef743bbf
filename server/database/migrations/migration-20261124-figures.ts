import { Migration } from '@mikro-orm/migrations';

/** Frozen figures: what each says, and packed beside it what it is drawn from. They are never changed. */
export class Migration20261124Figures extends Migration {
  override up(): void {
    this.addSql(`
      create table figure (
        id text primary key check (id ~ '^[0-9a-f]{20}$'),
        checksum text not null unique check (checksum ~ '^[0-9a-f]{64}$'),
        created_at timestamptz not null default now(),
        address text not null,
        figure text not null,
        headline jsonb not null,
        simulated boolean not null,
        protected boolean not null,
        releases jsonb not null,
        query jsonb not null,
        words jsonb not null,
        data_en bytea not null,
        data_fr bytea not null
      );
      alter table figure alter column data_en set storage external, alter column data_fr set storage external;
      create index figure_newest on figure (created_at desc, id);
    `);
  }

  override down(): void {
    this.addSql('drop table figure;');
  }
}
