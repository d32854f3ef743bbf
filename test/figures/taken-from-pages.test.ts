import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type Frozen, type House } from './support.ts';

let house: House;
let made: Map<string, Frozen>;
beforeAll(async () => {
  house = await openHouse();
  const { experts, projects } = await house.ask<Record<'experts' | 'projects', { nodes: { id: string }[] }>>(
    '{ experts(first: 1) { nodes { id } } projects(first: 1) { nodes { id } } }',
  );
  const pages = [
    '/experts',
    `/experts/${experts.nodes[0]!.id}`,
    '/projects',
    `/projects/${projects.nodes[0]!.id}`,
    '/concentration',
    '/market',
    '/pay',
    '/professions/23-1011',
  ];
  made = new Map();
  for (const page of pages) made.set(page, await house.freeze(page, await leadOf(page)));
});
afterAll(() => house?.close());

/** The name of a page's first figure, as its form sends it. */
async function leadOf(page: string): Promise<string> {
  const html = await (await house.get(page)).text();
  return /name="figure" value="([^"]+)"/.exec(html)?.[1] ?? `none on ${page}`;
}

test('one figure of each page says both languages, and its query gives data without an error', async () => {
  for (const [page, { finding, french, query, variables, tables }] of made) {
    expect([page, french === finding]).toEqual([page, false]);
    expect((tables as unknown[]).length, page).toBeGreaterThan(0);
    const { data, errors } = await house.send<Record<string, unknown>>(String(query), variables as object);
    expect([page, errors]).toEqual([page, undefined]);
    expect(
      Object.values(data).some((value) => value !== null),
      page,
    ).toBe(true);
  }
});

test('one figure of each page is drawn, four times its size or as large as the refusal says that it can be', async () => {
  for (const [page, { id }] of made) {
    const svg = await (await house.get(`/fr/figures/${id}.svg`)).text();
    expect([page, XMLValidator.validate(svg)]).toEqual([page, true]);
    let answer = await house.get(`/figures/${id}.png?scale=4`);
    let scale = 4;
    if (answer.status === 400) {
      const { error } = (await answer.json()) as { error: { details: { largest: number } } };
      const { largest } = error.details;
      expect([page, largest > 2 && largest < 4]).toEqual([page, true]);
      answer = await house.get(`/figures/${id}.png?scale=${(scale = largest)}`);
    }
    expect([page, answer.status]).toEqual([page, 200]);
    const { width } = decode(new Uint8Array(await answer.arrayBuffer()));
    expect([page, width]).toEqual([page, Math.ceil(1156 * scale)]);
  }
});

describe('the feed', () => {
  const entries = async (path: string) => {
    const answer = await house.get(path);
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const xml = await answer.text();
    expect(XMLValidator.validate(xml)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' }).parse(
      xml,
    ) as {
      feed: { id: string; updated: string; entry?: { id: string; updated: string; title: unknown }[] };
    };
    expect(Date.parse(feed.updated)).not.toBeNaN();
    const list = feed.entry ?? [];
    for (const { updated } of list) expect(Date.parse(updated)).not.toBeNaN();
    expect(new Set([feed.id, ...list.map(({ id }) => id)]).size).toBe(list.length + 1);
    return list;
  };

  test.each(['', '/fr'])(
    'is Atom, each entry with an id of its own and a time: %s/feed.xml',
    async (prefix) => {
      const all = await entries(`${prefix}/feed.xml`);
      const one = await entries(`${prefix}/feed.xml?page=/concentration`);
      expect(one.length).toBeGreaterThan(0);
      expect(one.length).toBeLessThan(all.length);
    },
  );

  test('refuses what is no page', async () => {
    expect((await house.get('/feed.xml?page=nowhere')).status).toBe(400);
  });
});
