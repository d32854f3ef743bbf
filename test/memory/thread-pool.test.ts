import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';

// In processes of their own: what is asked is whether they live on.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tacit-threads-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a script beside modules that are the threads', and returns what it wrote. */
async function run(script: string, modules: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries({ ...modules, script }))
    await writeFile(join(folder, `${name}.ts`), text);
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, join(folder, 'script.ts')]);
  return stdout.trim();
}

const pool = (name: string) => `
  import { threadPool } from '${pathToFileURL(projectPath('server', 'memory', 'thread-pool.ts')).href}';
  const pool = threadPool(import.meta.url, '${name}', { atMost: 4, idle: 10_000 });
`;

test('threads that begin in the same moment can all look for what nobody holds', async () => {
  const said = await run(
    `${pool('sweeper')}
    let swept = 0;
    for (let round = 0; round < 12; round += 1) {
      const all = await Promise.all([1, 2, 3, 4].map(() => pool.run(null, { name: 'sweep' })));
      swept += all.filter((one) => one === 'swept').length;
      await pool.recycleWorkers();
    }
    console.log(swept);
    await pool.destroy();`,
    {
      sweeper: `
        import { collect } from '${pathToFileURL(projectPath('server', 'memory', 'collect.ts')).href}';
        export const sweep = () => (collect({ type: 'minor' }), 'swept');`,
    },
  );
  expect(said).toBe('48');
}, 30_000);

test('a thread that cannot begin ends nobody else: who waits for it is refused, who asks next is served', async () => {
  const said = await run(
    `${pool('mortal')}
    const first = await pool.run(null, { name: 'answer' }).catch(() => 'refused');
    const second = await pool.run(null, { name: 'answer' });
    console.log(first, second);
    await pool.destroy();`,
    {
      mortal: `
        import { existsSync, writeFileSync } from 'node:fs';
        const begun = '${join(folder, 'begun')}';
        if (!existsSync(begun)) {
          writeFileSync(begun, '');
          throw new Error('not this time');
        }
        export const answer = () => 'served';`,
    },
  );
  expect(said).toBe('refused served');
}, 30_000);
