import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { projectPath, projectRoot } from '../../server/project-root.ts';

const eslint = new ESLint({
  cwd: projectRoot,
  overrideConfigFile: projectPath('.config', 'eslint.config.js'),
});

async function caught(code: string): Promise<boolean> {
  const [result] = await eslint.lintText(code, { filePath: projectPath('server', 'planted.ts') });
  return result!.messages.some(({ ruleId }) => ruleId === 'tacit/sql-by-parameters');
}

test('a value in the text of SQL is caught, a parameter is not', async () => {
  for (const planted of [
    "client.query(`select * from expert where pseudonym = '${name}'`);",
    "client.query('select ' + name);",
    'pool.query<Row>(`delete from ${request.table}`, []);',
    'sql.raw(filter.order);',
    'client.query(`select ${ok ? table : name}`);',
  ])
    expect([planted, await caught(planted)]).toEqual([planted, true]);
  for (const fine of [
    "client.query('select * from expert where pseudonym = $1', [name]);",
    'client.query(`select * from ${ownTable("earning", datasetId)}`);',
    "sql.raw(ascending ? 'asc' : 'desc');",
    'sql`select ${name}`.execute(kysely);',
  ])
    expect([fine, await caught(fine)]).toEqual([fine, false]);
});
