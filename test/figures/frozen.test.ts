import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as runExport } from '../../server/cli/export.ts';
import { everything, openHouse, type Frozen, type House } from './support.ts';

const ledgerPage = '/concentration?ledger=kept';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await release('kept', 60, '--open');
});
afterAll(() => house?.close());

/** Imports so many people as the ledger's next release: the more there are, the more the last of them has. */
async function release(slug: string, people: number, ...options: string[]): Promise<void> {
  const rows = Array.from({ length: people }, (_, i) => `p${i},${i < 60 ? 5 + ((i * 7) % 11) : 4000}`);
  const file = await house.folder.write(`${slug}-${people}.csv`, ['who,n', ...rows, ''].join('\n'));
  await house.importLedger(file, '--dataset', slug, '--expert', 'who', '--units', 'n', ...options);
}

const create = `mutation ($page: String!, $figure: String!) { figureCreate(input: { page: $page, figure: $figure }) {
  created figure { id checksum } userErrors { code field message }
} }`;

interface Created {
  figureCreate: {
    created: boolean;
    figure: { id: string; checksum: string } | null;
    userErrors: { code: string; field: string[]; message: string }[];
  };
}

describe('freezing', () => {
  test('twice gives the same figure, whatever the order and the language of the address', async () => {
    const figure = 'amounts';
    const first = await house.ask<Created>(create, { page: '/market?amounts=valuation', figure });
    const again = await house.ask<Created>(create, { page: '/fr/market?amounts=valuation#amounts', figure });
    expect(first.figureCreate.created).toBe(true);
    expect(again.figureCreate).toEqual({ ...first.figureCreate, created: false });
    expect(first.figureCreate.figure!.checksum.startsWith(first.figureCreate.figure!.id)).toBe(true);
  });

  test.each([
    ['another site', 'https://example.org/pay', 'ranges', 'BAD_USER_INPUT', 'page'],
    ['another site without a protocol', '//example.org/pay', 'ranges', 'BAD_USER_INPUT', 'page'],
    ['no address', '', 'ranges', 'BAD_USER_INPUT', 'page'],
    ['a page without figures', '/sources', 'ranges', 'NOT_FOUND', 'page'],
    ['a page that is not there', '/nowhere', 'ranges', 'NOT_FOUND', 'page'],
    ['a figure that the page has not', '/pay', 'nothing', 'NOT_FOUND', 'figure'],
    ['a value that the page would reset', '/pay?sector=sorcery', 'ranges', 'BAD_USER_INPUT', 'page'],
    ['a ledger that is not there', '/concentration?ledger=none', 'lorenz', 'BAD_USER_INPUT', 'page'],
    ['a profession that is not there', '/professions/99-9999', 'wages', 'NOT_FOUND', 'page'],
    ['an endless address', `/pay?sector=${'a'.repeat(3000)}`, 'ranges', 'BAD_USER_INPUT', 'page'],
  ])('%s is refused with a code and a reason', async (_what, page, figure, code, field) => {
    const { figureCreate } = await house.ask<Created>(create, { page, figure });
    expect(figureCreate).toMatchObject({ created: false, figure: null, userErrors: [{ code }] });
    expect(figureCreate.userErrors[0]!.field).toEqual(['input', field]);
    expect(figureCreate.userErrors[0]!.message.length).toBeGreaterThan(20);
  });
});

describe('a frozen figure of a ledger', () => {
  let frozen: Frozen;
  const read = async () =>
    (await house.ask<{ figure: Frozen }>(`query ($id: ID!) { figure(id: $id) { ${everything} } }`, frozen))
      .figure;
  const newer = async () =>
    (
      await house.ask<{ figure: { newer: { moved: boolean; releases: object[] } | null } }>(
        'query ($id: ID!) { figure(id: $id) { newer { moved finding releases { dataset number } } } }',
        { id: frozen.id },
      )
    ).figure.newer;
  const files = () =>
    Promise.all(
      ['csv', 'svg', 'json'].map(async (one) => (await house.get(`/figures/${frozen.id}.${one}`)).text()),
    );
  let before: string[];

  beforeAll(async () => {
    frozen = await house.freeze(ledgerPage, 'lorenz');
    before = await files();
  });

  test('says nothing of newer data while there are none', async () => {
    expect(await newer()).toBeNull();
  });

  test('stays to the last digit after a new release, and says that its headline moved', async () => {
    await release('kept', 63);
    expect(await read()).toEqual(frozen);
    expect(await files()).toEqual(before);
    expect(await newer()).toMatchObject({ moved: true, releases: [{ dataset: 'kept', number: 2 }] });
    const page = await (await house.get(`/figures/${frozen.id}`)).text();
    expect(page).toContain('beyond what it said');
    const { figureCreate } = await house.ask<Created>(create, { page: ledgerPage, figure: 'lorenz' });
    expect(figureCreate.created).toBe(true);
    expect(figureCreate.figure!.id).not.toBe(frozen.id);
  });

  test('is told of in the feeds, with the release that moved it', async () => {
    const feed = async (page: string) => (await house.get(`/feed.xml?page=${page}`)).text();
    expect(await feed('/concentration')).toContain(`/figures/${frozen.id}#`);
    expect(await feed('/concentration')).toContain('/feed.xml#kept-2');
    expect(await feed('/pay')).not.toContain(frozen.id);
  });

  test('stays after somebody is erased and after the dataset is retired', async () => {
    const out = house.folder.path('kept.csv');
    const environment = { DATABASE_URL: house.databaseUrl, DATA_DIR: house.folder.path('data') };
    const silent = () => undefined;
    await runExport(['--dataset', 'kept', '--out', out], { environment, out: silent, err: silent });
    const [, row = ''] = (await readFile(out, 'utf8')).split('\n');
    await house.dataset('erase', 'kept', '--expert', row.split(',')[0]!, '--yes');
    expect(await read()).toEqual(frozen);
    await house.dataset('retire', 'kept', '--yes');
    expect(await read()).toEqual(frozen);
    expect(await files()).toEqual(before);
    expect((await house.get(`/fr/figures/${frozen.id}`)).status).toBe(200);
  });
});

describe('a figure of a protected ledger', () => {
  let id: string;
  beforeAll(async () => {
    await release('secret', 60);
    const answer = await fetch(`${house.url}/figures`, {
      method: 'POST',
      headers: { origin: house.url, accept: 'text/html' },
      body: new URLSearchParams({ page: '/concentration?ledger=secret', figure: 'lorenz' }),
      redirect: 'manual',
    });
    id = /[0-9a-f]{20}$/.exec(answer.headers.get('location') ?? '')?.[0] ?? `none: ${await answer.text()}`;
  });

  test('is there for a lone analyst at home, kept by no cache', async () => {
    const answer = await house.get(`/figures/${id}.svg`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  });

  test('is refused to everybody else, in every form', async () => {
    const formats = ['svg', 'png', 'lower-third.png', 'pdf', 'csv', 'csv-metadata.json', 'xlsx', 'parquet'];
    const page = encodeURIComponent('/concentration?ledger=secret');
    const paths = [
      ...[...formats, 'json', 'zip'].flatMap((one) => [`/figures/${id}.${one}`, `/fr/figures/${id}.${one}`]),
      `/figures/${id}`,
      `/embed/${id}`,
      `/oembed?url=${encodeURIComponent(`${house.url}/figures/${id}`)}`,
      `/share.png?page=${page}`,
      `/page.zip?page=${page}`,
    ];
    for (const path of paths) {
      const answer = await house.get(path, 'anonymous');
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.text()).not.toContain('contributors made');
    }
  });

  test('is refused by the API without a key, and so is making it', async () => {
    const { data, errors } = await house.send('query ($id: ID!) { figure(id: $id) { finding } }', { id });
    expect(data).toEqual({ figure: null });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const { figureCreate } = await house.ask<Created>(create, {
      page: '/concentration?ledger=secret',
      figure: 'lorenz',
    });
    expect(figureCreate.userErrors[0]!.code).toBe('FORBIDDEN');
  });

  test('never stands in the feeds', async () => {
    await release('secret', 90);
    for (const path of ['/feed.xml', '/feed.json', '/feed.xml?page=/concentration'])
      expect(await (await house.get(path)).text()).not.toContain('secret');
  });
});
