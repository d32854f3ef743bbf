import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  giniSorted,
  lorenzCurveSorted,
  lorenzOrdinateSorted,
  sampleFromCounts,
  topShareSorted,
} from '../../server/statistics/index.ts';
import { evenSample, exponential, INEQUALITY_JL, pareto, sampleOf, totals } from './support.ts';

const points = fc.integer({ min: 2, max: 130 });

describe('the Lorenz curve', () => {
  test('of the vector in the documentation of Inequality.jl has its ordinates', () => {
    const curve = lorenzCurveSorted(sampleOf(INEQUALITY_JL), 10);
    const documented = [
      0, 0.022727272727272728, 0.09090909090909091, 0.1590909090909091, 0.2727272727272727,
      0.38636363636363635, 0.5227272727272727, 0.6590909090909091, 0.8181818181818182, 1,
    ];
    curve.forEach((point, k) => {
      expect(point.populationShare).toBeCloseTo(k / 9, 15);
      expect(point.measureShare).toBeCloseTo(documented[k]!, 14);
    });
  });

  test('counts a value as often as it occurs', () => {
    const counted = lorenzCurveSorted(sampleFromCounts([1, 2, 9], [2, 3, 1]));
    expect(counted).toEqual(lorenzCurveSorted(sampleOf([1, 1, 2, 2, 2, 9])));
    expect(lorenzOrdinateSorted(sampleFromCounts([1, 2, 9], [2, 3, 1]), 5 / 6)).toBeCloseTo(8 / 17, 15);
  });

  test('has 101 points unless told otherwise', () => {
    const curve = lorenzCurveSorted(sampleOf([1, 2, 3]));
    expect(curve).toHaveLength(101);
    expect(curve[50]!.populationShare).toBe(0.5);
  });

  test('interpolates between contributors', () => {
    // A quarter of the four-contributor polygon is half of the second half of two.
    expect(lorenzOrdinateSorted(sampleOf([1, 3]), 0.25)).toBe(0.125);
    expect(lorenzOrdinateSorted(sampleOf([1, 3]), 0.75)).toBe(0.625);
  });

  test('tends to the closed forms of known distributions', () => {
    const uniform = evenSample(20_000, (p) => p);
    const exp = evenSample(20_000, exponential);
    const par = evenSample(20_000, pareto(3));
    for (const p of [0.1, 0.5, 0.9]) {
      expect(lorenzOrdinateSorted(uniform, p)).toBeCloseTo(p ** 2, 3);
      expect(lorenzOrdinateSorted(exp, p)).toBeCloseTo(p + (1 - p) * Math.log(1 - p), 3);
      expect(lorenzOrdinateSorted(par, p)).toBeCloseTo(1 - (1 - p) ** (1 - 1 / 3), 3);
    }
  });

  test('starts at (0, 0), ends at (1, 1), never falls, bends upwards and stays below the diagonal', () => {
    fc.assert(
      fc.property(totals(), points, (values, m) => {
        const curve = lorenzCurveSorted(sampleOf(values), m);
        expect(curve[0]).toEqual({ populationShare: 0, measureShare: 0 });
        expect(curve.at(-1)).toEqual({ populationShare: 1, measureShare: 1 });
        const rises = curve.slice(1).map((point, j) => point.measureShare - curve[j]!.measureShare);
        rises.forEach((rise, j) => {
          expect(rise).toBeGreaterThanOrEqual(0);
          if (j > 0) expect(rise).toBeGreaterThanOrEqual(rises[j - 1]! - 1e-12);
        });
        for (const { populationShare, measureShare } of curve) {
          expect(measureShare).toBeLessThanOrEqual(populationShare + 1e-12);
        }
      }),
    );
  });

  test('encloses half the Gini coefficient with the diagonal', () => {
    fc.assert(
      fc.property(totals(), (values) => {
        const sample = sampleOf(values);
        const curve = lorenzCurveSorted(sample, values.length + 1);
        const area = curve
          .slice(1)
          .reduce(
            (sum, point, j) => sum + (point.measureShare + curve[j]!.measureShare) / (2 * values.length),
            0,
          );
        expect(1 - 2 * area).toBeCloseTo(giniSorted(sample), 10);
      }),
    );
  });

  test('is what the top share leaves', () => {
    const sample = sampleOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 55]);
    expect(lorenzOrdinateSorted(sample, 0.9)).toBeCloseTo(1 - topShareSorted(sample, 0.1), 15);
  });

  test('needs two points or more, and a share between 0 and 1', () => {
    const sample = sampleOf([1, 2]);
    for (const m of [1, 0, -3, 2.5, NaN]) expect(() => lorenzCurveSorted(sample, m)).toThrow(RangeError);
    for (const p of [-0.1, 1.1, NaN]) expect(() => lorenzOrdinateSorted(sample, p)).toThrow(RangeError);
  });
});
