import { Migration } from '@mikro-orm/migrations';

/** Each frozen figure as it was drawn, for the day when its data are no longer understood. */
export class Migration20261129FigureDrawings extends Migration {
  override up(): void {
    this.addSql(`
      create table figure_drawing (
        figure_id text not null references figure (id),
        language text not null check (language in ('en', 'fr')),
        drawn_at timestamptz not null default now(),
        checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
        svg bytea not null,
        primary key (figure_id, language)
      );
      alter table figure_drawing alter column svg set storage external;
    `);
  }

  override down(): void {
    this.addSql('drop table figure_drawing;');
  }
}
