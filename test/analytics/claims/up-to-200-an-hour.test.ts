import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import {
  testUpTo200,
  type PaySource,
  type PublishedPay,
} from '../../../server/analytics/claims/up-to-200-an-hour.ts';
import { Verdict } from '../../../server/analytics/claims/verdict.ts';
import { Reliability } from '../../../server/market/reliability.ts';
import { payRow } from '../pay/pay-row.ts';

const claimSource = 'claim-source';
const claimSourceId = 99;

function findings(
  rows: PublishedPay['rows'],
  given: Partial<PublishedPay> = {},
): ReturnType<typeof testUpTo200> {
  return testUpTo200({ rows, sources: sourcesOf(rows), medians: [40, 90, 220], claimSource, ...given });
}

/** Sources of medium reliability, but for what is given. */
function sourcesOf(
  rows: PublishedPay['rows'],
  given: Readonly<Record<number, Partial<PaySource>>> = {},
): Map<number, PaySource> {
  const source = (id: number): PaySource => ({
    slug: id === claimSourceId ? claimSource : `source-${id}`,
    reliability: Reliability.MEDIUM,
    ...given[id],
  });
  return new Map(rows.map(({ sourceId }) => [sourceId, source(sourceId)]));
}

const reaching = [1, 2, 3].map((sourceId) => payRow({ sourceId, high: 200 }));

describe('the test of "up to 200 dollars an hour"', () => {
  it('is supported by three sources that report as much, at the high end or as the typical rate', () => {
    expect(findings(reaching.slice(1)).verdict).toBe(Verdict.MIXED);
    expect(findings(reaching).verdict).toBe(Verdict.SUPPORTED);
    expect(findings([payRow({ sourceId: 7, typical: 270 })]).tests[0]).toMatchObject({
      value: 270,
      decisive: true,
    });
  });

  it('is not tested by a source whose rates end lower', () => {
    const { tests } = findings([payRow({ sourceId: 5, high: 199.99 })]);
    expect(tests.filter(({ decisive }) => decisive)).toEqual([]);
  });

  it('does not call the source of the claim as a witness for it', () => {
    expect(findings([payRow({ sourceId: claimSourceId, high: 200 })]).verdict).toBe(Verdict.UNTESTABLE);
  });

  it('lists sources at third hand, and does not count them', () => {
    const low = { reliability: Reliability.LOW };
    const { tests, verdict } = findings(reaching, {
      sources: sourcesOf(reaching, { 1: low, 2: low, 3: low }),
    });
    expect(verdict).toBe(Verdict.UNTESTABLE);
    expect(tests.filter(({ sourceId }) => sourceId !== null)).toHaveLength(3);
  });

  it('counts a report once, however many sources retell it: the one nearest to the original', () => {
    const sources = sourcesOf(reaching, {
      1: { slug: 'busyad-wsj-mercor' },
      2: { slug: 'wsj-newest-gig-economy' },
    });
    const { tests, verdict, reason } = findings(reaching, { sources });
    const counted = tests.flatMap(({ sourceId, decisive }) => (decisive ? [sourceId] : []));
    expect(counted.sort()).toEqual([2, 3]);
    expect(tests.find(({ sourceId }) => sourceId === 1)?.statistic.en).toContain('retells a report');
    expect(verdict).toBe(Verdict.MIXED);
    expect(reason.en).toMatch(/^2 independent reports .* 1 more sources retell them/);
  });

  it('counts a retelling where the nearer source is at third hand', () => {
    const sources = sourcesOf(reaching, {
      1: { slug: 'busyad-wsj-mercor' },
      2: { slug: 'wsj-newest-gig-economy', reliability: Reliability.LOW },
    });
    const { tests } = findings(reaching, { sources });
    expect(tests.flatMap(({ sourceId, decisive }) => (decisive ? [sourceId] : [])).sort()).toEqual([1, 3]);
  });

  it('does not call a retelling of the claim’s own source either', () => {
    const rows = [payRow({ sourceId: 5, high: 200 })];
    const sources = sourcesOf(rows, { 5: { slug: 'aaaj-mercor-disrupt' } });
    const { tests } = findings(rows, { sources, claimSource: 'aissential-foody-disrupt' });
    expect(tests.filter(({ sourceId }) => sourceId !== null)).toEqual([]);
  });

  it('can never contradict an ‘up to’, and says so', () => {
    const { tests, reason } = findings([...reaching, payRow({ sourceId: 4, high: 20 })]);
    expect(tests.some(({ verdict }) => verdict === Verdict.CONTRADICTED)).toBe(false);
    expect(reason.en).toContain('nothing published could contradict it');
    expect(reason.fr).toContain('rien de publié ne pourrait la contredire');
  });

  it('looks at hourly rates in dollars only', () => {
    const rows = [payRow({ basis: 'TASK', typical: 5000 }), payRow({ currency: 'CNY', high: 800 })];
    expect(findings(rows).tests.every(({ decisive }) => !decisive)).toBe(true);
  });

  it('says beside it how usual such a rate is', () => {
    const context = findings([...reaching, payRow({ sourceId: 4, high: 50 })]).tests.slice(-2);
    expect(context.map(({ value, n, verdict }) => [value, n, verdict])).toEqual([
      [0.75, 4, null],
      [2 / 3, 3, null],
    ]);
  });
});
