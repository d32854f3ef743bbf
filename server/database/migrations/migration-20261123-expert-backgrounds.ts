import { Migration } from '@mikro-orm/migrations';

/** What some ledgers, and every simulated market, know of an expert beside profession and country. */
export class Migration20261123ExpertBackgrounds extends Migration {
  override up(): void {
    this.addSql(`
      alter table expert add column seniority text;
      alter table expert add column former_employer text;
    `);
  }

  override down(): void {
    this.addSql('alter table expert drop column seniority, drop column former_employer;');
  }
}
