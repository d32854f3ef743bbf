import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { testUpTo200, type PublishedPay } from '../../../server/analytics/claims/up-to-200-an-hour.ts';
import { Verdict } from '../../../server/analytics/claims/verdict.ts';
import { Reliability } from '../../../server/market/reliability.ts';
import { payRow } from '../pay/pay-row.ts';

const claimSourceId = 99;

function findings(
  rows: PublishedPay['rows'],
  given: Partial<PublishedPay> = {},
): ReturnType<typeof testUpTo200> {
  const reliabilityOf = new Map(rows.map(({ sourceId }) => [sourceId, Reliability.MEDIUM]));
  return testUpTo200({ rows, reliabilityOf, medians: [40, 90, 220], claimSourceId, ...given });
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
    const { tests, verdict } = findings(reaching, { reliabilityOf: new Map([[1, Reliability.LOW]]) });
    expect(verdict).toBe(Verdict.UNTESTABLE);
    expect(tests.filter(({ sourceId }) => sourceId !== null)).toHaveLength(3);
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
