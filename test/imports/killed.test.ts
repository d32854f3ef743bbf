import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';
import { report } from '../faults/support/run-length.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { freshSlug, openFolder, type Folder } from './support.ts';

const program = projectPath('.build', 'server', 'cli', 'main.js');
/** How many imports are killed: few in every run, a hundred and more with "npm run test:faults". */
const kills = Number(process.env['TACIT_KILLS'] ?? 8);

let database: TestDatabase;
let folder: Folder;
let small: string;
let large: string;
let milliseconds: number;
beforeAll(async () => {
  database = await openSeededDatabase();
  folder = await openFolder();
  small = await folder.write('small.csv', 'who,n,when\na,1,2031-01-01\nb,2,2031-01-01\n');
  const lines = Array.from(
    { length: 60_000 },
    (_, index) => `w${index % 5000},${index},2032-0${(index % 9) + 1}-01\n`,
  );
  large = await folder.write('large.csv', `who,n,when\n${lines.join('')}`);
  const began = performance.now();
  await load(large, freshSlug());
  milliseconds = performance.now() - began;
});
afterAll(async () => {
  await database.drop();
  await folder.remove();
});

/**
 * Imports in a process of its own, which is killed after a while where one is given; resolves with the milliseconds from
 * its end until the database had nothing of it at work.
 */
async function load(file: string, slug: string, killAfter?: number): Promise<number> {
  const options = [file, '--dataset', slug, '--expert', 'who', '--units', 'n', '--date', 'when'];
  const child = spawn(process.execPath, [program, 'import', ...options], {
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url, DATA_DIR: folder.path('data') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  const code = await closed;
  const ended = performance.now();
  if (killAfter === undefined) expect(code).toBe(0);
  await settled();
  return performance.now() - ended;
}

/** The server notices a client that is gone within a second. */
async function settled(): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ others: number }>(
      `select count(*) as others from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
    );
    if (rows[0]!.others === 0) return;
    await wait(50);
  }
}

/** All that an import leaves in the database, by dataset, and how many tables and indexes there are. */
async function stateOf(slug: string): Promise<object> {
  const { rows } = await database.pool.query<object>(
    `select (select version from dataset where slug = $1) as version,
       (select count(*) from release join dataset d on d.id = dataset_id where slug = $1) as releases,
       (select count(*) from expert join dataset d on d.id = dataset_id where slug = $1) as experts,
       (select count(*) from earning join dataset d on d.id = dataset_id where slug = $1) as facts,
       (select sum(units) from earning join dataset d on d.id = dataset_id where slug = $1) as units,
       (select sum(units) from expert_rollup join dataset d on d.id = dataset_id where slug = $1) as by_expert,
       (select sum(units) from project_rollup join dataset d on d.id = dataset_id where slug = $1) as by_project,
       (select count(*) from pg_class) as relations`,
    [slug],
  );
  return rows[0]!;
}

const whole = { units: 1_799_970_000, by_expert: 1_799_970_000, by_project: 1_799_970_000 };

describe('an import that is killed, at moments from its first to its last,', () => {
  for (const kind of ['first', 'next'] as const) {
    test(
      `leaves what there was or all of the ${kind} release, nothing else, and the import after it works`,
      async () => {
        const version = kind === 'first' ? 1 : 2;
        const prepare = async (): Promise<string> => {
          const slug = freshSlug();
          if (kind === 'next') await load(small, slug);
          return slug;
        };
        let slug = await prepare();
        let before = await stateOf(slug);
        let [untouched, published] = [0, 0];
        const back: number[] = [];
        for (let kill = 0; kill < kills / 2; kill += 1) {
          // At random, and yet in every part of an import.
          back.push(await load(large, slug, (milliseconds * (kill + Math.random())) / (kills / 2)));
          const state = await stateOf(slug);
          if ((state as { version: number | null }).version === version) {
            expect(state).toMatchObject({ ...whole, releases: version });
            published += 1;
            slug = await prepare();
            before = await stateOf(slug);
          } else {
            expect(state).toEqual(before);
            untouched += 1;
          }
        }
        expect(untouched).toBeGreaterThan(0);
        await load(large, slug);
        expect(await stateOf(slug)).toMatchObject({ ...whole, version });
        report({
          fault: `\`kill -9\` of an importer at work on the ${kind} release of a ledger`,
          times: back.length,
          lost: 0,
          back,
          ended: {
            'left what there was': untouched,
            'came when the release was whole': published,
            'in between': 0,
          },
          note: 'back is when the database has nothing of it at work',
        });
      },
      60_000 + kills * 15_000,
    );
  }
});
