import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statementsFile } from '../../server/cli/statements-file.ts';
import { forbiddenIn } from '../../server/database/scale-out/forbidden.ts';
import { tablesOf } from '../../server/database/scale-out/placement.ts';
import { projectPath } from '../../server/project-root.ts';

describe('what does not run on many machines is refused:', () => {
  test.each([
    [
      'LATERAL',
      'select * from expert, lateral (select sum(units) from earning where expert_id = expert.id) x',
    ],
    [
      'grouping sets',
      'select sector_id, sum(units) from expert_rollup group by grouping sets ((sector_id), ())',
    ],
    ['grouping sets', 'select sector_id, sum(units) from expert_rollup group by rollup (sector_id)'],
    [
      'depends on the rows around',
      'select (select count(*) from earning e where e.expert_id = x.id) from expert x',
    ],
    [
      'depends on the rows around',
      'select * from expert x where exists (select 1 from earning e where e.expert_id = x.id)',
    ],
    ['beside an aggregate', 'select sum(units), (select max(year) from profession_wage) from earning'],
    ['MERGE', 'merge into earning using staged on true when matched then do nothing'],
    ['recursive', 'with recursive r as (select 1 union all select expert_id from earning) select * from r'],
    ['trigger', 'create trigger t after insert on earning execute function f()'],
    ['FOR UPDATE', 'select * from earning where expert_id > 4 for update'],
    ['function whose result changes', 'update earning set units = random() where id = 4'],
    ['OFFSET', 'select * from expert order by id limit 10 offset 30'],
    [
      'version is read with',
      'select sum(units) from expert_rollup r join dataset d on d.id = r.dataset_id where r.version <= d.version',
    ],
    ['extract in GROUP BY', 'select sum(units) from earning group by extract(year from period)'],
  ])('%s: %s', (reason, sql) => {
    expect(forbiddenIn(sql).join()).toContain(reason);
  });

  test.each([
    'select sector_id, sum(total) from (select sector_id, sum(units) as total from earning group by 1) x group by grouping sets ((sector_id), ())',
    'select sum(units) from earning where expert_id in (select id from expert where country = any($1))',
    'select x.id from (select e.expert_id as id from earning e) x join expert on expert.id = x.id',
    `select 'offset 3, merge into, for update', units from earning`,
    'select id from (select id from expert offset 0) x',
    'select version from dataset where id = $1',
    'with recursive r as (select 1) select * from r',
  ])('not: %s', (sql) => {
    expect(forbiddenIn(sql)).toEqual([]);
  });
});

describe('the statements that are committed', () => {
  test('hold no forbidden construct', async () => {
    const { text, forbidden } = await statementsFile();
    expect(forbidden).toEqual([]);
    for (const table of tablesOf('DISTRIBUTED')) expect(text).toMatch(new RegExp(`from "?${table}`));
  });

  test('are those of every file that reads facts or rollups for an answer', async () => {
    const listed = await readFile(projectPath('server/cli/analytic-statements.ts'), 'utf8');
    const lacking: string[] = [];
    for (const room of ['server/analytics', 'server/market', 'server/exports'])
      for (const name of await readdir(projectPath(room), { recursive: true })) {
        if (!/\.(sql|reads)\.ts$/.test(name)) continue;
        const text = await readFile(projectPath(room, name), 'utf8');
        const reads = /\b(from|join) (earning|expert_rollup|project_rollup)\b|selectFrom\('earning/.test(
          text,
        );
        if (reads && !listed.includes(join('..', room.replace('server/', ''), name))) lacking.push(name);
      }
    expect(lacking).toEqual([]);
  });
});
