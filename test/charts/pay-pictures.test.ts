import { describe, expect, test } from 'vitest';
import type { PayRate } from '../../web/src/lib/api/pay.ts';
import { payFilterOf, payQuery, readPayState } from '../../web/src/lib/findings/pay-state.ts';
import { offeredBand } from '../../web/src/lib/findings/realised-rates.ts';
import { editionOf } from '../../web/src/lib/i18n/edition.ts';
import { groupsPicture } from '../../web/src/lib/pictures/pay/groups.ts';
import { payPictures } from '../../web/src/lib/pictures/pay/index.ts';
import { realisedPicture, type RealisedRates } from '../../web/src/lib/pictures/pay/realised.ts';
import { Address } from '../../web/src/lib/url-state/address.ts';

const english = editionOf('en');
const stateOf = (query: string) => {
  const address = new Address(new URLSearchParams(query));
  return { state: readPayState(address), address };
};

describe('the state of the pay page', () => {
  test('is read from its address and written back without its defaults', () => {
    const query = 'by=year&sector=law&country=US&from=2025-03&to=2026&bands=with&order=n';
    const { state, address } = stateOf(query);
    expect(address.resets).toEqual([]);
    expect(english.href('/pay', payQuery(state))).toBe(`/pay?${query}`);
    expect(payFilterOf(state)).toMatchObject({
      sector: ['law'],
      country: ['US'],
      from: '2025-03',
      to: '2026',
    });
    expect(payQuery(stateOf('').state)).toEqual(
      payQuery(stateOf('by=profession&order=sector&bands=without').state),
    );
  });

  test.each([
    ['from=2026&to=2025', 'to'],
    ['from=yesterday', 'from'],
    ['country=us', 'country'],
    ['by=moon', 'by'],
    ['by=platform&order=premium', 'order'],
  ])('%s resets %s and nothing else', (query, name) => {
    expect(stateOf(query).address.resets.map((one) => one.name)).toEqual([name]);
  });

  test('lets a range of one year begin and end in it', () => {
    expect(stateOf('from=2025-03&to=2025').address.resets).toEqual([]);
  });
});

const rate = (key: string, n: number, median: number | null, capped = 0): PayRate => ({
  group: { key, label: `Year ${key}`, profession: null },
  n,
  platforms: 1,
  median,
  low: median === null ? null : median / 2,
  high: 200,
  p25: n < 5 ? null : median! - 5,
  p75: n < 5 ? null : median! + 5,
  templateBands: 0,
  capped,
  openEnded: 0,
  premium: null,
  premiumN: 0,
  premiumIsUpperBound: false,
  currency: 'USD',
  market: null,
});

describe('rates by group', () => {
  const rates = [
    rate('2023', 5, 15),
    rate('2025', 9, 40),
    rate('2026', 2, 90),
    rate('unknown', 6, 70),
    rate('2020', 0, null),
  ];
  const picture = groupsPicture(
    english,
    { rates, state: stateOf('by=year&sector=law').state, record: null },
    'year',
  )!;
  const { rows } = picture.drawing.props as {
    rows: { id: string; href?: string; few: boolean; middle: unknown }[];
  };

  test('tell in the headline of groups with three typical rates or more, and of none that is unknown', () => {
    expect(picture.finding).toBe('The median offer was $15 an hour in 2023 and $40 in 2025');
  });

  test('lead to the professions of the group, and keep the other choices', () => {
    expect(rows.map(({ href }) => href)).toEqual([
      '/pay?sector=law&from=2023&to=2023',
      '/pay?sector=law&from=2025&to=2025',
      '/pay?sector=law&from=2026&to=2026',
      undefined,
    ]);
  });

  test('draw quartiles from five rates on, few rates hollow, and no row without an hourly rate', () => {
    expect(rows.map(({ middle }) => middle !== null)).toEqual([true, true, false, true]);
    expect(rows.map(({ few }) => few)).toEqual([false, false, true, false]);
  });

  test('give the table every group that is drawn, with its numbers as they are', () => {
    expect(picture.tables[0].rows).toHaveLength(4);
    expect(picture.tables[0].rows[1]).toEqual(['Year 2025', 9, 9, 1, 20, 35, 40, 45, 200]);
  });
});

test('nothing to show makes no figure', () => {
  expect(
    payPictures(english, {
      rates: [],
      lists: { sector: [] },
      state: stateOf('').state,
      record: null,
      realised: null,
    }),
  ).toEqual([]);
});

const paid: RealisedRates = {
  engagements: 40,
  contributors: 20,
  leftOut: 1,
  currency: 'USD',
  p10: 1,
  p25: 2,
  median: 4,
  p75: 7,
  p90: 9,
  quantiles: Array.from({ length: 101 }, (_, index) => index / 10),
  ledger: {
    slug: 'own',
    title: 'Own',
    kind: 'SIMULATED',
    licence: null,
    release: { number: 2 },
    source: null,
  },
};

test('what is paid stands beside what is offered, and a simulation says so', () => {
  const picture = realisedPicture(english, {
    id: 'realised',
    rates: paid,
    advertised: [{ key: 'others', label: 'x', low: 15, high: 50, median: 25 }],
    fields: ['dataset'],
  });
  expect(picture.simulated).toBe(true);
  expect(picture.finding).toContain('$4');
  expect(picture.finding).toContain('$25');
  // Every twentieth of the engagements, both ends with it.
  expect(picture.tables[0].rows).toHaveLength(21);
});

test('the middle half of offers is that of hourly rates in the currency, and is not told of fewer than five', () => {
  const nodes = [10, 20, 30, 40, 50].map((typical) => ({ basis: 'HOUR', currency: 'USD', typical }));
  const strange = [
    { basis: 'TASK', currency: 'USD', typical: 900 },
    { basis: 'HOUR', currency: 'GBP', typical: 900 },
    { basis: 'HOUR', currency: 'USD', typical: null },
  ];
  const rates = [
    { group: { key: '23-1011' }, observations: { nodes: [...nodes, ...strange] } },
    { group: { key: 'unknown' }, observations: { nodes: nodes.slice(1) } },
  ];
  expect(offeredBand(rates, 'USD', 'professions')).toEqual({ n: 5, low: 20, median: 30, high: 40 });
  expect(offeredBand(rates, 'USD', 'others')).toBeNull();
});
