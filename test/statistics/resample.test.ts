import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  giniSorted,
  halfCrossingSorted,
  halfShareSorted,
  herfindahlHirschmanSorted,
  lorenzOrdinateSorted,
  percentileRatioSorted,
  sampleFromSorted,
  seededRandom,
  theilSorted,
  topShareSorted,
  type SortedSample,
} from '../../server/statistics/index.ts';
import { bootstrapResampler, forEachLeftOut } from '../../server/statistics/resample.ts';
import { sampleOf, totals } from './support.ts';

const STATISTICS: Record<string, (sample: SortedSample) => number> = {
  gini: giniSorted,
  theil: theilSorted,
  hhi: herfindahlHirschmanSorted,
  p90p10: percentileRatioSorted,
  top10: (sample) => topShareSorted(sample, 0.1),
  top50: (sample) => topShareSorted(sample, 0.5),
  halfShare: halfShareSorted,
  halfCrossing: halfCrossingSorted,
  lorenz: (sample) => lorenzOrdinateSorted(sample, 0.37),
  lorenzEnd: (sample) => lorenzOrdinateSorted(sample, 1),
};

describe('leaving one out', () => {
  test.each(Object.entries(STATISTICS))('gives the %s of the sample without it', (_, statistic) => {
    fc.assert(
      fc.property(totals(2), (drawn) => {
        // Without the wild ratios of `totals`, under which nine decimals are more than subtraction keeps.
        const values = drawn.map((value) => 1 + (value % 1000));
        const sorted = [...values].sort((a, b) => a - b);
        const sample = sampleFromSorted(sorted);
        let rank = 0;
        forEachLeftOut(sample, (without, weight) => {
          expect(statistic(without)).toBeCloseTo(statistic(sampleFromSorted(sorted.toSpliced(rank, 1))), 9);
          rank += weight;
        });
        expect(rank).toBe(values.length);
      }),
    );
  });

  test('leaves the sample as it was', () => {
    const sample = sampleFromSorted([1, 2, 2, 5]);
    forEachLeftOut(sample, () => undefined);
    expect(sample).toEqual(sampleFromSorted([1, 2, 2, 5]));
  });

  test('keeps what the others have when the one left out had nearly all', () => {
    const left: number[] = [];
    forEachLeftOut(sampleFromSorted([0.001, 1e9]), (without) => left.push(without.total));
    expect(left).toEqual([1e9, 0.001]);
  });

  test('needs two observations', () => {
    expect(() => forEachLeftOut(sampleFromSorted([3]), () => undefined)).toThrow(RangeError);
  });
});

describe('a bootstrap replicate', () => {
  test('has as many observations, all of them from the sample', () => {
    const sample = sampleOf([3, 1, 4, 1, 5, 9, 2, 6]);
    const replicate = bootstrapResampler(sample, seededRandom(1))();
    expect(replicate.size).toBe(8);
    expect(replicate.counts.reduce((sum, count) => sum + count, 0)).toBe(8);
    expect(replicate.values).toEqual(sample.values);
  });

  test('draws every observation equally often in the long run', () => {
    const resample = bootstrapResampler(sampleFromSorted([1, 2, 2, 5]), seededRandom(2));
    const drawn = [0, 0, 0];
    for (let r = 0; r < 20_000; r++) resample().counts.forEach((count, g) => (drawn[g]! += count));
    // 80 000 draws: a standard error of 0.0015 for a share of 1/4, 0.0018 for 1/2.
    expect(drawn[0]! / 80_000).toBeCloseTo(0.25, 2);
    expect(drawn[1]! / 80_000).toBeCloseTo(0.5, 2);
    expect(drawn[2]! / 80_000).toBeCloseTo(0.25, 2);
  });

  test('follows from the seed alone', () => {
    const sample = sampleFromSorted([1, 2, 3, 4, 5]);
    const draw = (seed: number): number[] => [...bootstrapResampler(sample, seededRandom(seed))().counts];
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });
});
