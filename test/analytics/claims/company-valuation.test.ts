import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { testValuation, type ValuationFact } from '../../../server/analytics/claims/company-valuation.ts';
import { Verdict } from '../../../server/analytics/claims/verdict.ts';
import { Reliability } from '../../../server/market/reliability.ts';

const claim = { saidOn: '2025-10', sourceId: 99 };
let lastId = 0;

function fact(billions: number, asOf: string | null, sourceId?: number): ValuationFact {
  lastId += 1;
  return {
    id: lastId,
    sourceId: sourceId ?? lastId,
    reliability: Reliability.MEDIUM,
    value: billions * 1e9,
    asOf,
  };
}

describe('the test of the valuation', () => {
  it('is by sources that value the company within a year of the statement', () => {
    const facts = [fact(2, '2025-02'), fact(10, '2025-10-27'), fact(20, '2026-11'), fact(10, null)];
    expect(testValuation(facts, claim).tests.map(({ decisive, verdict }) => [decisive, verdict])).toEqual([
      [false, null],
      [true, Verdict.SUPPORTED],
      [false, null],
      [false, null],
    ]);
  });

  it('takes what rounds to ten billion, and nothing else', () => {
    const verdicts = testValuation([fact(9.6, '2026'), fact(11, '2026')], claim).tests.map(
      ({ verdict }) => verdict,
    );
    expect(verdicts).toEqual([Verdict.SUPPORTED, Verdict.CONTRADICTED]);
  });

  it('needs three sources besides the claim’s own', () => {
    const own = fact(10, '2025-10', claim.sourceId);
    const others = [fact(10, '2025-11'), fact(10, '2025-12'), fact(10, '2026-01')];
    expect(testValuation([own, ...others.slice(1)], claim).verdict).toBe(Verdict.MIXED);
    expect(testValuation([own, ...others], claim).verdict).toBe(Verdict.SUPPORTED);
    expect(testValuation([own], claim).verdict).toBe(Verdict.UNTESTABLE);
  });
});
