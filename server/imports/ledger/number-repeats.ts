import type pg from 'pg';

/**
 * Numbers the staged rows whose content came before, in a table of its own with statistics. The first of several equal rows
 * needs no number, so that only the others are sorted: of a ledger without equal rows, the few that were not certain.
 */
export async function numberRepeats(client: pg.PoolClient): Promise<void> {
  await client.query('drop table if exists numbered');
  await client.query(
    `create temporary table numbered on commit drop as
     with again as materialized (select line, content from staged where again),
       preceded as materialized (
         select distinct content from staged where not again and content in (select content from again)
       )
     select line,
       row_number() over (partition by content order by line) + (preceded.content is not null)::int as occurrence
     from again left join preceded using (content)`,
  );
  await client.query('analyze numbered');
}
