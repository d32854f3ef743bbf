import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tools } from '../../server/mcp/tools.ts';
import { publishLedger, type LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';
import { startProduct, type Product } from '../support/product.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';

const adminKey = 'a-key-that-is-long-enough-for-a-test';

/** Sixty people whose numbers nothing else has: each about 16,460,000 pieces, 987,654,321 in all. */
const people: LedgerRow[] = Array.from({ length: 60 }, (_, i) => ({
  expert: `sesame${i}`,
  project: `xylophone-${i % 3}`,
  sector: 'zeppelin',
  profession: '23-1011',
  date: `2025-0${1 + (i % 6)}-03`,
  units: i === 0 ? 987_654_321 - 59 * 16_460_007 : 16_460_007,
  hours: 30,
  amount: 7_654_321,
  currency: 'USD',
}));

let database: TestDatabase;
let product: Product;
/** What only readers of the ledger may learn, as texts. */
let secrets: string[];
let ids: { expert: string; project: string };
beforeAll(async () => {
  database = await openSeededDatabase();
  await publishLedger(database, 'sesame', people, { protected: true });
  const { rows } = await database.pool.query<{ pseudonym: string; expert: number; project: number }>(
    `select pseudonym, expert.id as expert, project.id as project from expert join project using (dataset_id)
     where dataset_id = (select id from dataset where slug = 'sesame')`,
  );
  secrets = [
    ...new Set(rows.map(({ pseudonym }) => pseudonym)),
    ...['xylophone', 'xylophone-0', 'xylophone-1', 'xylophone-2', 'zeppelin', 'sesame.zeppelin'],
    '987654321',
    '16460007',
  ];
  const nodeId = (type: string, id: number) => Buffer.from(`${type}:${id}`).toString('base64url');
  ids = { expert: nodeId('Expert', rows[0]!.expert), project: nodeId('Project', rows[0]!.project) };
  product = await startProduct({
    environment: { DATABASE_URL: database.url, ADMIN_KEY: adminKey, TRUST_PROXY: 'true' },
  });
}, 120_000);
afterAll(async () => {
  await product?.stop();
  await database?.drop();
});

const withKey = { authorization: `Bearer ${adminKey}` };

/** The secrets that a text tells, however its numbers are grouped. */
function toldBy(text: string): string[] {
  const plain = text.replaceAll(/(?<=\d)(?:[,.\s\u00a0\u202f]|&nbsp;)(?=\d{3})/g, '');
  return secrets.filter((secret) => plain.includes(secret));
}

async function ask(path: string, init: RequestInit = {}): Promise<{ text: string; response: Response }> {
  const response = await fetch(product.url + path, { redirect: 'manual', ...init });
  return { text: await response.text(), response };
}

/** Opens a door as the ledger's reader, so that whatever is kept is kept, and then as nobody. */
async function bothWays(
  path: string,
  init: RequestInit = {},
): Promise<{ inside: string[]; outside: string[] }> {
  const reader = await ask(path, { ...init, headers: { ...init.headers, ...withKey } });
  const inside = toldBy(reader.text);
  const stranger = await ask(path, init);
  // What the stranger has sent may be sent back.
  const outside = toldBy(stranger.text).filter((secret) => !path.includes(secret));
  return { inside, outside };
}

const post = (body: object, more: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...more },
  body: JSON.stringify(body),
});

describe('whoever has no key learns no row, name or sum of a protected ledger, also after its reader was there', () => {
  const state = 'ledger=sesame';
  const pages = [
    '/',
    `/concentration?${state}`,
    '/concentration?curve=sesame.units',
    '/concentration?compare=sesame',
    `/experts?${state}`,
    `/experts/match?${state}`,
    '/experts/EXPERT',
    `/projects?${state}`,
    '/projects/PROJECT',
    '/professions/23-1011',
    '/figures',
    '/search?q=sesame',
    '/search?q=xylophone',
  ];
  test.each(pages)('from the page %s in both languages, its data and its files', async (page) => {
    const path = page.replace('EXPERT', ids.expert).replace('PROJECT', ids.project);
    const [pathname, query = ''] = path.split('?');
    const search = query === '' ? '' : `?${query}`;
    const stem = pathname === '/' ? '' : pathname;
    const doors = [
      path,
      `/fr${stem}${search}`,
      `${stem}/__data.json${search}`,
      `/oembed?url=${encodeURIComponent(product.url + path)}`,
      `/page.zip?page=${encodeURIComponent(path)}`,
    ];
    for (const door of doors.slice(0, 4))
      expect([door, (await bothWays(door, { headers: { accept: 'text/html' } })).outside]).toEqual([
        door,
        [],
      ]);
    if (query.includes('sesame') && pathname !== '/search') {
      const { response, text } = await ask(doors[4]!);
      // Refused, not there, or of another ledger; packed bytes are looked into below.
      expect(toldBy(text)).toEqual([]);
      expect(response.status).not.toBe(500);
    }
  });

  test.each([
    '/sitemap.xml',
    '/feed.xml',
    '/feed.json',
    '/feed.xml?page=/concentration',
    '/robots.txt',
    '/graphql/changelog',
  ])('from %s', async (path) => {
    expect((await bothWays(path)).outside).toEqual([]);
  });

  test('from any tool of assistants, while a reader is told by some', async () => {
    const samples = {
      ledger: 'sesame',
      measure: 'UNITS',
      text: 'zeppelin',
      search: 'xylophone',
      socCode: '23-1011',
      id: '0',
    };
    const accept = { accept: 'application/json, text/event-stream' };
    let readersTold = 0;
    for (const { name, input } of tools) {
      const given = Object.fromEntries(Object.entries(samples).filter(([sample]) => sample in input.shape));
      const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } };
      const { inside, outside } = await bothWays('/mcp', post(call, accept));
      expect([name, outside.filter((secret) => !['zeppelin', 'xylophone'].includes(secret))]).toEqual([
        name,
        [],
      ]);
      if (inside.includes('987654321')) readersTold += 1;
    }
    expect(readersTold).toBeGreaterThan(0);
  });

  const lists = [
    '{ experts(first: 100, orderBy: { field: UNITS, direction: DESC }) { totalCount nodes { pseudonym totals { units } } } }',
    '{ earnings(first: 100, orderBy: { field: UNITS, direction: DESC }) { totalCount nodes { units expert { pseudonym } project { name } } } }',
    '{ projects(first: 100, orderBy: { field: NAME, direction: DESC }) { nodes { name dataset { slug } } } }',
    '{ datasets(first: 100) { nodes { slug experts(first: 50) { nodes { pseudonym } } } } }',
    '{ dataset(slug: "sesame") { experts(first: 50) { nodes { pseudonym totals { units } } } } }',
    '{ dataset(slug: "sesame") { concentration(measure: UNITS) { total } } }',
    'query ($of: [String!]) { experts(first: 100, filter: { dataset: $of }) { nodes { pseudonym } } }',
  ];
  test.each(lists)('by a list that a reader has asked for word by word: %s', async (query) => {
    const variables = query.startsWith('query') ? { of: ['sesame'] } : {};
    const byPost = await bothWays('/graphql', post({ query, variables }));
    expect(byPost.outside).toEqual([]);
    expect(new Set(byPost.inside).size).toBeGreaterThan(0);

    const extensions = {
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
    };
    await ask('/graphql', post({ query, variables, extensions }, withKey));
    expect((await bothWays('/graphql', post({ variables, extensions }))).outside).toEqual([]);

    const address = `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
    expect((await bothWays(address)).outside).toEqual([]);
    const { response } = await ask(address, { headers: withKey });
    const tag = response.headers.get('etag');
    expect(tag).not.toBeNull();
    // Whoever holds the tag of a reader's answer is not told that it still holds.
    const stranger = await ask(address, { headers: { 'if-none-match': tag! } });
    expect(stranger.response.status).not.toBe(304);
  });

  test('from a figure that a reader froze, wherever figures are listed, told of or searched', async () => {
    const create = `mutation { figureCreate(input: { page: "/concentration?ledger=sesame", figure: "lorenz" }) {
      figure { id finding tables { rows } } userErrors { code } } }`;
    const { text } = await ask('/graphql', post({ query: create }, withKey));
    const { data } = JSON.parse(text) as {
      data: { figureCreate: { figure: { id: string; finding: string } } };
    };
    const { id, finding } = data.figureCreate.figure;
    expect(id).toMatch(/^[\da-f]{20}$/);
    const doors = [
      '/figures',
      '/search?q=sesame',
      `/search?q=${id}`,
      '/sitemap.xml',
      '/feed.xml',
      '/feed.json',
      `/embed/${id}`,
    ];
    for (const door of [...doors, `/figures/${id}`, `/figures/${id}.json`, `/figures/${id}.csv`]) {
      const { outside } = await bothWays(door);
      expect([door, outside]).toEqual([door, []]);
      expect((await ask(door)).text.includes(finding)).toBe(false);
    }
  });

  test('nor as a file: asking for one, and guessing its address', async () => {
    const bulk = 'mutation { bulkExport(dataset: "sesame", format: CSV) { job { id } userErrors { code } } }';
    const refused = await ask('/graphql', post({ query: bulk }));
    expect(refused.text).toContain('FORBIDDEN');
    const { text } = await ask('/graphql', post({ query: bulk }, withKey));
    const { id } = (JSON.parse(text) as { data: { bulkExport: { job: { id: string } } } }).data.bulkExport
      .job;
    for (const ending of ['csv', 'jsonl', 'parquet', 'zip'])
      for (const signed of ['', '?expires=9999999999999', '?expires=9999999999999&signature=00'])
        expect((await ask(`/exports/${id}.${ending}${signed}`)).response.status).toBeGreaterThanOrEqual(400);
  });
});

test('the same doors tell it once the ledger is open to all, so that this would be seen', async () => {
  await database.pool.query(`update dataset set protected = false where slug = 'sesame'`);
  const doors = ['/experts?ledger=sesame', `/projects/${ids.project}`, '/experts/__data.json?ledger=sesame'];
  for (const door of doors) {
    const told = toldBy((await ask(door)).text).filter((secret) => !door.includes(secret));
    expect([door, told.length > 0]).toEqual([door, true]);
  }
});
