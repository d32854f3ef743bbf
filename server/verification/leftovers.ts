import { Findings, type Check } from './check.ts';

/** A dataset's own tables bear its number. */
const ownedSql = `
  select relname as name, relispartition as attached,
    exists (select from dataset where id = substring(relname from '_of_(\\d+)$')::int) as owned
  from pg_class
  where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and relname ~ '_of_\\d+$'
  order by relname`;

const indexesSql = `
  select indexrelid::regclass::text as name, indisvalid and indisready as whole
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace = current_schema()::regnamespace order by 1`;

/** What an import or a migration that was killed might leave: a table nobody owns or sees, an index half built. */
export const leftovers: Check = {
  name: 'tables and indexes: none left over, none half built',
  async run(client) {
    const findings = new Findings();
    const tables = await client.query<{ name: string; attached: boolean; owned: boolean }>(ownedSql);
    for (const { name, attached, owned } of tables.rows) {
      findings.compared();
      if (!attached) findings.differs(`table ${name} belongs to nothing`);
      else if (!owned) findings.differs(`table ${name} is of a dataset that is not there`);
    }
    const indexes = await client.query<{ name: string; whole: boolean }>(indexesSql);
    for (const { name, whole } of indexes.rows) {
      findings.compared();
      if (!whole) findings.differs(`index ${name} is not whole`);
    }
    return findings.all;
  },
};
