import { describe, expect, test } from 'vitest';
import {
  concentration,
  concentrationEstimates,
  concentrationIntervals,
  contributors,
} from '../../server/statistics/index.ts';

const TOTALS = Array.from({ length: 60 }, (_, i) => (i * 37) % 101);
const OPTIONS = { topFractions: [0.1, 0.2], lorenzPoints: 5, replicates: 200 };

describe('concentration', () => {
  test('puts each interval beside its estimate', () => {
    const all = concentration(TOTALS, OPTIONS);
    const people = contributors(TOTALS);
    const estimates = concentrationEstimates(people, OPTIONS);
    const intervals = concentrationIntervals(people, OPTIONS)!;
    expect(all.gini).toEqual({ value: estimates.gini, interval: intervals.gini });
    expect(all.halfShare).toEqual({ value: estimates.halfShare, interval: intervals.halfShare });
    expect(all.topShares[1]).toEqual({ ...estimates.topShares[1], interval: intervals.topShares[1] });
    expect(all.lorenz[2]).toEqual({
      ...estimates.lorenz[2],
      low: intervals.lorenz[2]!.low,
      high: intervals.lorenz[2]!.high,
    });
    expect(all).toMatchObject({
      contributors: 59,
      excluded: 1,
      reliability: 'MEDIUM',
      theil: estimates.theil,
      hhi: estimates.hhi,
      p90p10: estimates.p90p10,
      giniCorrected: estimates.giniCorrected,
      lorenzMethod: 'BCa bootstrap, 200 replicates',
    });
  });

  test('has no interval below 30 contributors', () => {
    const few = concentration([1, 2, 3], OPTIONS);
    expect(few.reliability).toBe('LOW');
    expect(few.gini).toEqual({ value: 2 / 9, interval: null });
    expect(few.topShares[0]!.interval).toBeNull();
    expect(few.lorenz[1]).toMatchObject({ low: null, high: null });
    expect(few.lorenzMethod).toBeNull();
  });

  test('of nobody is null', () => {
    expect(concentration([], OPTIONS)).toMatchObject({
      contributors: 0,
      gini: { value: null, interval: null },
      halfShare: { value: null, interval: null },
      lorenz: [],
    });
  });
});
