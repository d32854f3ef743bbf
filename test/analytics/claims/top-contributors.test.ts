import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { testTopContributors, type LedgerShares } from '../../../server/analytics/claims/top-contributors.ts';
import { Verdict } from '../../../server/analytics/claims/verdict.ts';
import { Allotment, Measure } from '../../../server/market/datasets/dataset.enums.ts';
import { Reliability } from '../../../server/market/reliability.ts';

type Ends = [low: number, value: number, high: number];

let lastId = 0;

/** A ledger whose top 10 % and top 20 % hold these shares, with their intervals. */
function ledger(atTen: Ends, atTwenty: Ends, given: Partial<LedgerShares> = {}): LedgerShares {
  lastId += 1;
  const share = (fraction: number, [low, value, high]: Ends): LedgerShares['topShares'][number] => ({
    fraction,
    value,
    interval: { low, high, level: 0.95, method: 'by hand' },
  });
  return {
    datasetId: lastId,
    measure: Measure.UNITS,
    allotment: Allotment.OPEN,
    contributors: 200,
    reliability: Reliability.HIGH,
    topShares: [share(0.1, atTen), share(0.2, atTwenty)],
    ...given,
  };
}

const concentrated = (given?: Partial<LedgerShares>): LedgerShares =>
  ledger([0.4, 0.5, 0.6], [0.6, 0.7, 0.8], given);
const even = (given?: Partial<LedgerShares>): LedgerShares =>
  ledger([0.1, 0.12, 0.14], [0.2, 0.23, 0.26], given);

describe('the test of the top contributors', () => {
  it('tests each ledger at both ends of the claim, and decides at the weaker one, 20 %', () => {
    const { tests } = testTopContributors([concentrated()]);
    expect(
      tests.map(({ fraction, verdict, decisive, threshold }) => [fraction, verdict, decisive, threshold]),
    ).toEqual([
      [0.1, Verdict.INCONCLUSIVE, false, 0.5],
      [0.2, Verdict.SUPPORTED, true, 0.5],
    ]);
  });

  it('says what it finds at both ends, by count, of output or pay', () => {
    const four = [1, 2, 3, 4].map(() => concentrated());
    const { tests, reason } = testTopContributors([...four, even()]);
    expect(tests[0]?.statistic.en).toBe('Share of all output or pay held by the top 10% of contributors');
    expect(reason.en).toContain('At 20% the claim is supported: in 4 of 5 ledgers');
    expect(reason.en).toContain('At 10% it is undecided: the top 10% hold more than half in 0 of 5');
    expect(reason.en).toContain('1 against, 4 undecided. The verdict is the one at 20%.');
    expect(reason.fr).toContain('À 10\u202f%, elle est indécise');
  });

  it('is supported when four ledgers of five agree', () => {
    const four = [1, 2, 3, 4].map(() => concentrated());
    expect(testTopContributors([...four, even()]).verdict).toBe(Verdict.SUPPORTED);
    expect(testTopContributors([...four, even(), even()]).verdict).toBe(Verdict.MIXED);
  });

  it('sets capped and assigned ledgers apart: they do not count', () => {
    const controls = [even({ allotment: Allotment.CAPPED }), even({ allotment: Allotment.ASSIGNED })];
    const { tests, verdict } = testTopContributors([
      ...controls,
      concentrated(),
      concentrated(),
      concentrated(),
    ]);
    expect(verdict).toBe(Verdict.SUPPORTED);
    expect(tests.filter(({ control }) => control)).toHaveLength(4);
    expect(tests.slice(-4).every(({ control, decisive }) => control && !decisive)).toBe(true);
  });

  it('cannot conclude on a ledger too small for an interval', () => {
    const small = concentrated({ contributors: 24, reliability: Reliability.LOW });
    for (const share of small.topShares) share.interval = null;
    expect(testTopContributors([small]).tests.map(({ verdict }) => verdict)).toEqual([
      Verdict.INCONCLUSIVE,
      Verdict.INCONCLUSIVE,
    ]);
  });

  it('does not let ledgers too small for an interval turn the verdict, and says how many they are', () => {
    const small = (given: Partial<LedgerShares> = {}) => {
      const few = even({ contributors: 4, reliability: Reliability.LOW, ...given });
      for (const share of few.topShares) share.interval = null;
      return few;
    };
    const three = [1, 2, 3].map(() => concentrated());
    const before = testTopContributors(three);
    const after = testTopContributors([...three, small(), small(), small({ allotment: null })]);
    expect([before.verdict, after.verdict]).toEqual([Verdict.SUPPORTED, Verdict.SUPPORTED]);
    expect(after.tests.filter(({ decisive }) => decisive)).toHaveLength(3);
    expect(after.tests).toHaveLength(12);
    expect(after.reason.en).toContain('in 3 of 3 ledgers');
    expect(after.reason.en).toContain('Nor do 3 ledgers of fewer than 30 contributors');
    expect(after.reason.fr).toContain('3 registres de moins de 30 contributeurs');
    expect(before.reason.en).not.toContain('fewer than 30');
    expect(testTopContributors([small()]).verdict).toBe(Verdict.UNTESTABLE);
  });

  it('shows the ledger with the largest share first, its two ends together', () => {
    const extreme = ledger([0.8, 0.85, 0.9], [0.9, 0.95, 0.97]);
    const { tests } = testTopContributors([even(), concentrated(), extreme]);
    expect(tests.map(({ value }) => value)).toEqual([0.85, 0.95, 0.5, 0.7, 0.12, 0.23]);
  });

  it('is untestable without a ledger', () => {
    expect(testTopContributors([]).verdict).toBe(Verdict.UNTESTABLE);
  });
});
