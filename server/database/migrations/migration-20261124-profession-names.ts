import { Migration } from '@mikro-orm/migrations';

/** What people call professions, beside the titles of the classification. */
export class Migration20261124ProfessionNames extends Migration {
  override up(): void {
    this.addSql(`
      create table profession_name (
        profession_id int not null references profession (id),
        language text not null,
        name text not null,
        position smallint,
        origin text not null,
        primary key (profession_id, language, name)
      );
    `);
  }

  override down(): void {
    this.addSql('drop table profession_name;');
  }
}
