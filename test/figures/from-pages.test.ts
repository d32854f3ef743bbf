import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { compile } from 'vega-lite';
import { parse, View, type Spec } from 'vega';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snippetsOf } from '../../web/src/figures/snippets.ts';
import { vegaLiteOf } from '../../web/src/figures/vega-lite.ts';
import type { ReadyQuery } from '../../web/src/lib/api/excerpt.ts';
import { editionOf, type Edition } from '../../web/src/lib/i18n/edition.ts';
import type { Picture } from '../../web/src/lib/pictures/picture.ts';
import { leadOf, pagesWithFigures } from './pages.ts';
import { answerOf } from './run-snippet.ts';
import { openHouse, type Frozen, type House } from './support.ts';

/** The pages' side of the house as it runs, not as it is checked: its types are those of SvelteKit. */
const dashboard = new URL('../../web/src/lib/pictures/picture-pages.ts', import.meta.url).pathname;
interface PicturePages {
  picturePageAt(
    path: string,
  ): [name: string, page: { pictures(words: Edition, data: unknown): readonly Picture[] }] | undefined;
}

let house: House;
/** The lead figure of every page. */
let made: Map<string, Frozen>;
/** All figures of every page in French, from what its lead figure froze. */
let pictures: [page: string, picture: Picture][];
beforeAll(async () => {
  const { picturePageAt } = (await import(dashboard)) as PicturePages;
  house = await openHouse();
  made = new Map();
  pictures = [];
  for (const page of await pagesWithFigures(house)) {
    const frozen = await house.freeze(page, await leadOf(house, page));
    const { figure } = await house.ask<{ figure: { page: string; data: unknown } }>(
      'query ($id: ID!) { figure(id: $id) { page data(locale: FR) } }',
      frozen,
    );
    made.set(page, frozen);
    const [, found] = picturePageAt(page.split('?')[0]!)!;
    for (const picture of found.pictures(editionOf('fr'), figure.data)) pictures.push([page, picture]);
  }
});
afterAll(() => house?.close());

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

test('every figure of every page names the datasets and the releases that it rests on', () => {
  for (const [page, { id, standing }] of pictures) {
    const at = `${page}#${id}`;
    expect([at, standing.datasets?.length ?? 0]).not.toEqual([at, 0]);
    expect([at, standing.releases?.length ?? 0]).not.toEqual([at, 0]);
  }
});

test('every figure of every page is a Vega-Lite chart that compiles and draws without a warning, but those of which there is none', async () => {
  const without: string[] = [];
  for (const [page, picture] of pictures) {
    const at = `${page}#${picture.id}`;
    const spec = vegaLiteOf(picture);
    if (spec === null) {
      without.push(picture.id);
      continue;
    }
    const complaints: string[] = [];
    const complain = (...words: readonly unknown[]) => {
      complaints.push(words.map(String).join(' '));
      return logger;
    };
    const silent = () => logger;
    const logger = { level: silent, info: silent, debug: silent, warn: complain, error: complain } as never;
    const { spec: vega } = compile(spec as never, { logger });
    const drawn = await new View(parse(vega as Spec), { renderer: 'none', logger }).toSVG();
    expect([at, complaints]).toEqual([at, []]);
    expect([at, /<g class="mark-\w+ role-mark/.test(drawn)]).toEqual([at, true]);
    expect([at, drawn.includes(picture.finding.slice(0, 12))]).toEqual([at, true]);
  }
  expect(without).toEqual(['stages', 'flow']);
});

test('the code in each language, run as it stands, gets the rows of the figure', async () => {
  const figure = made.get('/market') as Frozen & ReadyQuery;
  const { data } = await house.send<Record<string, unknown>>(figure.query, figure.variables);
  const snippets = snippetsOf(figure, house.url);
  expect(snippets.map(({ language }) => language)).toEqual(['curl', 'Python', 'R', 'JavaScript']);
  const answers = await Promise.all(snippets.map(answerOf));
  const [{ rows }] = figure['tables'] as [{ rows: [string, string, string | null, number][] }];
  for (const [at, answer] of answers.entries()) {
    const { language } = snippets[at]!;
    expect([language, answer.data]).toEqual([language, data]);
    const { nodes } = answer.data['amounts'] as { nodes: { subject: string; asOf: string; value: number }[] };
    expect(nodes.map((node) => [node.subject, node.asOf, node.value])).toEqual(
      rows.map(([subject, , asOf, value]) => [subject, asOf, value]),
    );
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

  test('is JSON Feed 1 with the same entries, each with what the standard asks', async () => {
    const answer = await house.get('/fr/feed.json?page=/concentration');
    expect(answer.headers.get('content-type')).toContain('application/feed+json');
    const feed = (await answer.json()) as {
      version: string;
      title: string;
      feed_url: string;
      items: { id: string; url: string; title: string; content_html?: string; summary?: string }[];
    };
    expect(feed.version).toMatch(/^https:\/\/jsonfeed\.org\/version\/1(\.1)?$/);
    expect(feed.title).toContain('Tacit');
    expect(feed.feed_url).toContain('/fr/feed.json?page=');
    const inAtom = await entries('/fr/feed.xml?page=/concentration');
    expect(feed.items.map(({ id }) => id)).toEqual(inAtom.map(({ id }) => id));
    for (const { url, content_html = '', summary = '' } of feed.items) {
      expect(URL.canParse(url)).toBe(true);
      expect(content_html + summary).not.toBe('');
    }
  });

  test('refuses what is no page', async () => {
    expect((await house.get('/feed.xml?page=nowhere')).status).toBe(400);
  });
});
