import { Migration } from '@mikro-orm/migrations';

/**
 * Exports that are written, or wait to be: known to every process, and picked up again where one died at them. The dataset is
 * no foreign key: an import locks its row for as long as it publishes, and an export must not wait for that.
 */
export class Migration20261129BulkExports extends Migration {
  override up(): void {
    this.addSql(`
      create table bulk_export (
        id uuid primary key,
        place text not null,
        dataset_id int not null,
        release int not null,
        format text not null,
        filter jsonb not null,
        state text not null default 'WAITING',
        attempts int not null default 0,
        rows_written bigint not null default 0,
        bytes bigint,
        failure text,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        seen_at timestamptz
      );
      create index bulk_export_waiting on bulk_export (place, created_at) where state in ('WAITING', 'RUNNING');
      comment on column bulk_export.place is 'The folder that its file is in, by the id that is kept there.';
      comment on column bulk_export.seen_at is 'When the process that writes it was last alive.';
    `);
  }

  override down(): void {
    this.addSql('drop table bulk_export;');
  }
}
