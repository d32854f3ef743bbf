import { afterAll, beforeAll, expect, test } from 'vitest';
import { run as runDataset } from '../../server/cli/dataset.ts';
import { run as runExport } from '../../server/cli/export.ts';
import { run as runImport } from '../../server/cli/import.ts';
import { readFile } from 'node:fs/promises';
import { openFolder, type Folder } from '../imports/support.ts';
import { openSite, type Site } from '../support/site.ts';

let site: Site;
let folder: Folder;
beforeAll(async () => {
  [site, folder] = await Promise.all([openSite(), openFolder()]);
});
afterAll(async () => {
  await site.close();
  await folder.remove();
});

async function command(run: typeof runImport, ...argv: string[]): Promise<string> {
  let said = '';
  const say = (text: string) => void (said += text);
  const environment = { DATABASE_URL: site.databaseUrl, DATA_DIR: folder.path('data') };
  expect(await run(argv, { environment, out: say, err: say }), said).toBe(0);
  return said;
}

async function release(people: number): Promise<void> {
  const rows = Array.from({ length: people }, (_, i) => `p${i},${(((i * 7) % 13) + 1) / 8}`);
  const file = await folder.write(`people-${people}.csv`, ['who,hours', ...rows, ''].join('\n'));
  const options = ['--dataset', 'frozen', '--open', '--expert', 'who', '--hours', 'hours'];
  await command(runImport, file, ...options);
}

async function ask<Data>(query: string): Promise<Data> {
  const response = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

const statistics = (number: number) =>
  ask(`{ dataset(slug: "frozen") { concentration(measure: HOURS, release: ${number}) {
    contributors total theil hhi p90p10 gini { value interval { low high } } halfShare { value interval { low high } }
    top: topShare(fraction: 0.2) { value interval { low high } } lorenz(points: 51) { measureShare low high }
  } } }`);

test('a release gives its figures to the last digit after the next ones, and after it is retired', async () => {
  await release(60);
  const first = await statistics(1);
  await release(75);
  await release(40);
  expect(await statistics(1)).toEqual(first);
  expect(await statistics(3)).not.toEqual(first);
  await command(runDataset, 'retire', 'frozen', '--yes');
  expect(await statistics(1)).toEqual(first);
  await command(runDataset, 'restore', 'frozen');
});

test('somebody is erased: totals of every release move, and the log says so without saying who', async () => {
  const moving = await statistics(3);

  await command(runExport, '--dataset', 'frozen', '--out', folder.path('frozen.csv'));
  const [, row = ''] = (await readFile(folder.path('frozen.csv'), 'utf8')).split('\n');
  const pseudonym = row.split(',')[0]!;
  await command(runDataset, 'erase', 'frozen', '--expert', pseudonym, '--reason', 'on request', '--yes');
  expect(await statistics(3)).not.toEqual(moving);
  expect(await ask('{ dataset(slug: "frozen") { erasures { reason } } }')).toEqual({
    dataset: { erasures: [{ reason: 'on request' }] },
  });
  const log = await command(runDataset, 'log', 'frozen');
  expect(log).toMatch(/ERASE +frozen {2}\d+ rows of one contributor, in releases/);
  expect(log).not.toContain(pseudonym);
});
