import { Migration } from '@mikro-orm/migrations';

/** How a release's file was read, so that the same file, to be read the same way, need not be read again. */
export class Migration20261124Readings extends Migration {
  override up(): void {
    this.addSql('alter table release add column reading text;');
  }

  override down(): void {
    this.addSql('alter table release drop column reading;');
  }
}
