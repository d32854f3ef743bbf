import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Meter } from '../../server/access/index.ts';
import { createFigure } from '../../server/figures/create-figure.ts';
import { figureLimits } from '../../server/figures/figure-room.ts';
import type { PictureMaker } from '../../server/figures/picture-maker.ts';
import { anonymous, atHome, type Access } from '../../server/graphql/access.ts';
import { openGraph, type OpenGraph } from '../graphql/open-graph.ts';

// Attacked where figures are made, with a dashboard that finds something new in every address.

const usual = { ...figureLimits };
const perDay = { anonymous: 5, read: 50, ledger: 50, admin: 50 };
const key: Access = { mayReadLedgers: false, scope: 'read' };

const words = (text: string) => ({
  finding: text,
  measure: 'anything',
  description: text,
  notes: [],
  tables: [{ key: 'made-up', columns: [{ key: 'a', label: 'A', kind: 'text' as const }], rows: [[text]] }],
  standing: { n: 'n = 1', sources: [] },
});
const pictures = {
  read: (address: string, figure: string) =>
    Promise.resolve({
      address,
      figure,
      headline: null,
      simulated: false,
      releases: [],
      query: null,
      words: { en: words(address), fr: words(`fr ${address}`) },
      data: { en: { rows: address.repeat(10) }, fr: {} },
    }),
  of: () => ({ svg: () => '<svg/>' }),
} as unknown as PictureMaker;

let graph: OpenGraph;
let meter: Meter;
let made = 0;
beforeAll(async () => {
  graph = await openGraph('empty');
});
afterAll(() => graph.close());
beforeEach(() => {
  Object.assign(figureLimits, usual);
  meter = new Meter(undefined, undefined, perDay);
});

/** Makes a figure of an address; the code of the refusal where there is one. */
async function make(
  address: string,
  { access = anonymous, from = '203.0.113.1' }: { access?: Access; from?: string } = {},
): Promise<string> {
  const scope = access.scope ?? null;
  const maker = access === atHome ? null : meter.purseOf({ scope, keyId: scope && 1, address: from });
  const context = { ...graph.context({ access, maker }), pictures };
  return createFigure(context, address, 'any').then(
    ({ created }) => (created ? 'made' : 'known'),
    ({ code }: { code: string }) => code,
  );
}
const anew = () => `/pay?search=${(made += 1)}`;

describe('made-up figures', () => {
  test('are so many a day from one address, and those that were made are still given', async () => {
    const first = anew();
    expect(await make(first)).toBe('made');
    for (let more = 1; more < perDay.anonymous; more += 1) expect(await make(anew())).toBe('made');
    expect(await make(anew())).toBe('RATE_LIMITED');
    expect(await make(first)).toBe('known');
    expect(await make(anew(), { from: '203.0.113.2' })).toBe('made');
    expect(await make(anew(), { access: key })).toBe('made');
  });

  test('are so many a day from all strangers together, from however many addresses', async () => {
    figureLimits.strangersADay = 10;
    const asked: string[] = [];
    for (let host = 10; host < 30; host += 1) asked.push(await make(anew(), { from: `198.51.100.${host}` }));
    expect(asked).toContain('RATE_LIMITED');
    expect(asked.at(-1)).toBe('RATE_LIMITED');
    expect(asked.filter((one) => one === 'made').length).toBeLessThanOrEqual(10);
    expect(await make(anew(), { access: key })).toBe('made');
    expect(await make(anew(), { access: atHome })).toBe('made');
  });

  test('leave the last fifth of the room to keys and to whoever is at home, and stop when it is full', async () => {
    const { rows } = await graph.database.pool.query<{ bytes: string }>(
      `select pg_total_relation_size('figure') + pg_total_relation_size('figure_drawing') as bytes`,
    );
    const taken = Number(rows[0]!.bytes);
    figureLimits.allBytes = taken * 1.2;
    expect(await make(anew())).toBe('SERVICE_UNAVAILABLE');
    expect(await make(anew(), { access: key })).toBe('made');
    figureLimits.allBytes = taken;
    expect(await make(anew(), { access: key })).toBe('SERVICE_UNAVAILABLE');
    expect(await make(anew(), { access: atHome })).toBe('SERVICE_UNAVAILABLE');
  });

  test('of more data than one may rest on are refused', async () => {
    figureLimits.bytes = 20;
    expect(await make(anew())).toBe('PAYLOAD_TOO_LARGE');
  });
});
