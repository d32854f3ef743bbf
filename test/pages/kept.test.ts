import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../server/cli/import.ts';
import { openFolder, type Folder } from '../imports/support.ts';
import { openSite, type Site } from '../support/site.ts';

const adminKey = 'a-key-that-is-long-enough-for-a-test';
let site: Site;
let folder: Folder;
beforeAll(async () => {
  [site, folder] = await Promise.all([openSite(undefined, { ADMIN_KEY: adminKey }), openFolder()]);
});
afterAll(async () => {
  await site.close();
  await folder.remove();
});

/** Publishes a release of so many people, beside the running server, as the command line does. */
async function release(slug: string, people: number, more: readonly string[] = []): Promise<void> {
  const rows = Array.from(
    { length: people },
    (_, i) => `p${i},${5 + ((i * 7) % 11)},2025-0${1 + (i % 6)}-03`,
  );
  const file = await folder.write(`${slug}-${people}.csv`, ['who,n,day', ...rows, ''].join('\n'));
  const environment = { DATABASE_URL: site.databaseUrl, DATA_DIR: folder.path('data') };
  const columns = ['--title', `Ledger ${slug}`, '--expert', 'who', '--units', 'n', '--date', 'day'];
  let said = '';
  const say = (text: string) => void (said += text);
  const code = await run([file, '--dataset', slug, ...columns, ...more], { environment, out: say, err: say });
  expect(code, said).toBe(0);
}

async function read(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(site.url + path, { headers: { accept: 'text/html', ...headers } });
  return (await response.text()).replaceAll(/<style[\s\S]*?<\/style>/g, '').replaceAll(/\s+/g, ' ');
}

async function readOften(path: string): Promise<string> {
  for (let time = 0; time < 3; time += 1) await read(path);
  return read(path);
}

async function hits(): Promise<number> {
  const text = await (await fetch(`${site.url}/metrics`)).text();
  return Number(/cache_requests_total\{cache="pages",result="hit"\} (\d+)/.exec(text)?.[1] ?? 0);
}

test('a release is on the pages with the next request, whoever read them before', async () => {
  expect(await readOften('/concentration')).not.toContain('Ledger fresh');
  expect(await hits()).toBeGreaterThan(0);
  await release('fresh', 60, ['--open']);
  expect(await read('/concentration')).toContain('Ledger fresh');
  expect(await readOften('/concentration?ledger=fresh')).toContain('n = 60 contributors');
  await release('fresh', 75, ['--new-release']);
  expect(await read('/concentration?ledger=fresh')).toContain('n = 75 contributors');
});

test('what is kept of a page is what everybody may see, also after who may see more has read it', async () => {
  // So many are in no other ledger.
  await release('secret', 61);
  for (const path of ['/concentration', '/concentration?ledger=secret', '/experts', '/']) {
    const before = await hits();
    for (let time = 0; time < 3; time += 1) await read(path, { authorization: `Bearer ${adminKey}` });
    expect(await hits()).toBe(before);
    for (let time = 0; time < 3; time += 1) expect(await read(path)).not.toContain('n = 61 contributors');
  }
  const { data } = (await (
    await fetch(`${site.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${adminKey}` },
      body: JSON.stringify({
        query: '{ dataset(slug: "secret") { concentration(measure: UNITS) { contributors } } }',
      }),
    })
  ).json()) as { data: { dataset: { concentration: { contributors: number } } } };
  expect(data.dataset.concentration.contributors, 'the key does open it').toBe(61);
});
