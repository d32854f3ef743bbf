import { Migration } from '@mikro-orm/migrations';

/** What the contributors of a version are, found when its cells are made (server/cells/people-of.ts); null until then. */
export class Migration20261129CellPeople extends Migration {
  override up(): void {
    this.addSql('alter table cell_build add column people jsonb;');
  }

  override down(): void {
    this.addSql('alter table cell_build drop column people;');
  }
}
