import { describe, expect, test } from 'vitest';
import { halfShareInterval, halfShareSorted, topShareIntervals } from '../../server/statistics/index.ts';
import { halfShareIntervalFromCrossing } from '../../server/statistics/half-share-interval.ts';
import { exponential, pareto, randomSample, sampleOf } from './support.ts';

describe('the large-sample interval of the half share', () => {
  test('is where one half lies between the limits of the top share', () => {
    const sample = randomSample(5000, 6, exponential);
    const { low, high } = halfShareInterval(sample);
    const [belowLow, atLow, belowHigh, atHigh] = topShareIntervals(sample, [
      low - 1 / 5000,
      low,
      high - 1 / 5000,
      high,
    ]);
    expect(belowLow!.high).toBeLessThan(0.5);
    expect(atLow!.high).toBeGreaterThanOrEqual(0.5);
    expect(belowHigh!.low).toBeLessThan(0.5);
    expect(atHigh!.low).toBeGreaterThanOrEqual(0.5);
  });

  test('holds its estimate and whole contributors', () => {
    for (const quantile of [exponential, pareto(1.2)]) {
      const sample = randomSample(5000, 7, quantile);
      const { low, high } = halfShareInterval(sample);
      expect(low).toBeLessThanOrEqual(halfShareSorted(sample));
      expect(high).toBeGreaterThanOrEqual(halfShareSorted(sample));
      expect(low).toBeGreaterThanOrEqual(1 / 5000);
      for (const limit of [low, high]) expect(limit * 5000).toBeCloseTo(Math.round(limit * 5000), 9);
    }
  });

  test('is a point when all are equal', () => {
    const equals = sampleOf(new Array<number>(5000).fill(2));
    expect(halfShareInterval(equals)).toMatchObject({ low: 0.5, high: 0.5 });
  });
});

describe('the half share’s interval from its crossing’s', () => {
  const crossing = { level: 0.95, method: 'any' };

  test('is widened to whole contributors', () => {
    const interval = halfShareIntervalFromCrossing({ ...crossing, low: 0.123, high: 0.245 }, 50);
    expect(interval).toEqual({ ...crossing, low: 6 / 50, high: 13 / 50 });
  });

  test('keeps limits that are whole already', () => {
    for (let k = 1; k <= 49; k++) {
      const interval = halfShareIntervalFromCrossing({ ...crossing, low: k / 49, high: k / 49 }, 49);
      expect(interval).toEqual({ ...crossing, low: k / 49, high: k / 49 });
    }
  });

  test('never falls below one contributor', () => {
    expect(halfShareIntervalFromCrossing({ ...crossing, low: 0.001, high: 0.1 }, 50).low).toBe(1 / 50);
  });
});
