import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import pg from 'pg';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn } from './open-files.ts';
import { openSite } from '../support/site.ts';
import { leadOf } from './pages.ts';
import { openHouse, type Frozen, type House } from './support.ts';

// What a later version of the pages asks for, an earlier one did not keep: here a field is taken from what was kept.

const unpack = promisify(gunzip);
const pack = promisify(gzip);

let house: House;
let database: pg.Client;
beforeAll(async () => {
  house = await openHouse();
  database = new pg.Client({ connectionString: house.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await house?.close();
});

/** Takes a field from the data that a figure is drawn from, as if it had been frozen before there was one. */
async function age(id: string, field: string): Promise<void> {
  for (const column of ['data_en', 'data_fr']) {
    const { rows } = await database.query<{ packed: Buffer }>(
      `select ${column} as packed from figure where id = $1`,
      [id],
    );
    const data = JSON.parse((await unpack(rows[0]!.packed)).toString()) as Record<string, unknown>;
    const { [field]: taken, ...older } = data;
    expect(taken).toBeDefined();
    await database.query(`update figure set ${column} = $1 where id = $2`, [
      await pack(JSON.stringify(older)),
      id,
    ]);
  }
}

/** The drawings that were kept of a figure, by language, as this server hands them out. */
async function drawingsOf(id: string): Promise<Record<string, string>> {
  const { rows } = await database.query<{ language: string; svg: Buffer }>(
    'select language, svg from figure_drawing where figure_id = $1 order by language',
    [id],
  );
  const drawings: Record<string, string> = {};
  for (const { language, svg } of rows)
    drawings[language] = (await unpack(svg)).toString().replaceAll('https://server.invalid', house.url);
  return drawings;
}

const forget = (id: string) => database.query('delete from figure_drawing where figure_id = $1', [id]);

const bytes = async (path: string) => Buffer.from(await (await house.get(path)).arrayBuffer());
const text = async (path: string) => (await house.get(path)).text();
const codeOf = async (path: string) => {
  const answer = await house.get(path);
  return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
};

describe('a figure whose data a later version no longer understands', () => {
  let frozen: Frozen;
  let kept: Record<string, string>;
  beforeAll(async () => {
    frozen = await house.freeze('/market', 'amounts');
    kept = await drawingsOf(frozen.id);
    await age(frozen.id, 'amounts');
  });

  test.each([
    ['en', ''],
    ['fr', '/fr'],
  ] as const)('is the SVG that was drawn when it was frozen: %s', async (language, prefix) => {
    const svg = await text(`${prefix}/figures/${frozen.id}.svg`);
    expect(svg).toBe(kept[language]);
    expect(svg).toContain(`${house.url}${prefix}/figures/${frozen.id}`);
  });

  test('is that picture as pixels at every scale and as PDF', async () => {
    const [small, large] = await Promise.all(
      [1, 2].map((scale) => bytes(`/figures/${frozen.id}.png?scale=${scale}`)),
    );
    const [, width] = /width="(\d+)/.exec(kept['en']!) ?? [];
    expect([small, large].map((png) => png!.readUInt32BE(16))).toEqual([Number(width), 2 * Number(width)]);
    const pdf = await getDocumentProxy(new Uint8Array(await bytes(`/fr/figures/${frozen.id}.pdf`)));
    expect((await extractText(pdf, { mergePages: true })).text).toContain(frozen.id);
  });

  test.each([
    ['', 'this is how it was drawn on'],
    ['/fr', 'la voici telle qu’elle a été dessinée le'],
  ])('stands on its page and in its frame, which say so: %s', async (prefix, notice) => {
    const page = await house.get(`${prefix}/figures/${frozen.id}`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain(notice);
    expect(html).toContain(`src="${prefix}/figures/${frozen.id}.svg"`);
    const frame = await house.get(`${prefix}/embed/${frozen.id}`);
    expect(frame.status).toBe(200);
    const embedded = await frame.text();
    expect(embedded).toContain(notice);
    expect(embedded.replaceAll(' target="_top"', '')).toContain(kept[prefix ? 'fr' : 'en']);
  });

  test('has every other file from its rows and words', async () => {
    for (const extension of ['csv', 'csv-metadata.json', 'xlsx', 'parquet', 'json', 'lower-third.png', 'zip'])
      expect([extension, (await house.get(`/figures/${frozen.id}.${extension}`)).status]).toEqual([
        extension,
        200,
      ]);
    const files = await filesIn(await bytes(`/figures/${frozen.id}.zip`));
    expect(files.get('figure.svg')?.toString()).toBe(kept['en']);
  });

  test('is set whole into every shape, as the thumbnail of its frame too', async () => {
    for (const [shape, width, height] of [
      ['1:1', 1080, 1080],
      ['9:16', 1080, 1920],
    ] as const) {
      const svg = await text(`/figures/${frozen.id}.svg?shape=${shape}`);
      expect(svg).toContain(`width="${width}" height="${height}"`);
      expect(svg).toContain(`${house.url}/figures/${frozen.id}`);
    }
    const wide = await text(`/figures/${frozen.id}.svg?shape=16:9`);
    for (const drawn of [/<text[^>]*>[^<]+/.exec(kept['en']!)![0], 'data-mark'])
      expect(wide).toContain(drawn);
    const address = encodeURIComponent(`${house.url}/figures/${frozen.id}`);
    const oembed = JSON.parse(await text(`/oembed?url=${address}`)) as Record<string, string>;
    const thumbnail = await bytes(oembed['thumbnail_url']!.slice(house.url.length));
    expect([16, 20].map((at) => thumbnail.readUInt32BE(at))).toEqual([
      oembed['thumbnail_width'],
      oembed['thumbnail_height'],
    ]);
  });

  test.each(['.svg?theme=dark', '.png?shape=1:1&theme=dark', '.pdf?theme=dark'])(
    'is refused on paper that it was not drawn on: %s',
    async (form) => {
      expect(await codeOf(`/figures/${frozen.id}${form}`)).toEqual([400, 'BAD_USER_INPUT']);
    },
  );
});

test('a figure of which no drawing was kept is refused with a reason, and keeps its rows and its page', async () => {
  const { id, finding } = await house.freeze('/market', 'events');
  await forget(id);
  await age(id, 'events');
  for (const path of [`/figures/${id}.svg`, `/figures/${id}.png`, `/figures/${id}.pdf`, `/embed/${id}`])
    expect([path, ...(await codeOf(path))]).toEqual([path, 404, 'NOT_FOUND']);
  expect((await house.get(`/figures/${id}.csv`)).status).toBe(200);
  const page = await text(`/figures/${id}`);
  expect(page).toContain('its words and numbers are as they were');
  expect(page).toContain(finding);
});

test('a figure from before drawings were kept has its drawing kept when it is drawn next', async () => {
  const { id } = await house.freeze('/pay', 'pay-ranges');
  const drawings = await drawingsOf(id);
  await forget(id);
  const svg = await text(`/fr/figures/${id}.svg`);
  expect(svg).toBe(drawings['fr']);
  expect(await drawingsOf(id)).toEqual({ fr: svg });
});

test('figures from before drawings were kept are drawn while a server runs, without being asked for', async () => {
  const { id } = await house.freeze('/concentration', 'lorenz');
  const { id: undrawable } = await house.freeze('/know-how', await leadOf(house, '/know-how'));
  const drawings = await drawingsOf(id);
  await database.query(`update figure set data_en = $1, data_fr = $1 where id = $2`, [
    await pack('{}'),
    undrawable,
  ]);
  await forget(undrawable);
  await forget(id);
  const second = await openSite(undefined, { DATABASE_URL: house.databaseUrl });
  try {
    await expect
      .poll(async () => Object.keys(await drawingsOf(id)), { timeout: 60_000 })
      .toEqual(['en', 'fr']);
    expect(await drawingsOf(id)).toEqual(drawings);
    expect(await drawingsOf(undrawable)).toEqual({});
  } finally {
    await second.close();
  }
}, 120_000);
