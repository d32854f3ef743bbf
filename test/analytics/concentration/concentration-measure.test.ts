import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { ConcentrationMeasure } from '../../../server/analytics/concentration/concentration.measure.ts';
import { alongCorners, cornersAt } from '../../../server/analytics/concentration/lorenz-polygon.ts';
import type { Distribution } from '../../../server/analytics/earning-filter/index.ts';
import { concentration } from '../../../server/statistics/index.ts';

const sizes = Array.from({ length: 60 }, (_, i) => (i + 1) ** 1.7);

function distribution(totals = sizes): Distribution {
  const descending = totals.toSorted((a, b) => b - a);
  return {
    expertIds: descending.map((_total, i) => i + 1),
    totals: Float64Array.from(descending),
    excluded: 0,
    otherCurrencies: 0,
    currency: null,
  };
}

describe('the measure of a distribution', () => {
  test('a top share that fewer than five people hold has a value but no interval', async () => {
    const measure = ConcentrationMeasure.of(distribution());
    expect(measure.topShare(4 / 60)).toBeGreaterThan(0);
    expect(await measure.topShareInterval(4 / 60)).toBeNull();
    expect(await measure.topShareInterval(5 / 60)).not.toBeNull();
  });

  test('says what the statistics say, in company as alone', async () => {
    const expected = concentration(sizes, { topFractions: [0.1, 0.2], lorenzPoints: 5 });
    const measure = ConcentrationMeasure.of(distribution());
    const [gini, half, tenth, fifth, band] = await Promise.all([
      measure.giniInterval(),
      measure.halfShareInterval(),
      measure.topShareInterval(0.1),
      measure.topShareInterval(0.2),
      measure.lorenzBand(5),
    ]);
    expect([gini, half]).toEqual([expected.gini.interval, expected.halfShare.interval]);
    expect([tenth, fifth]).toEqual(expected.topShares.map(({ interval }) => interval));
    expect(band).toEqual(expected.lorenz.map(({ low, high }) => ({ low, high })));
    expect(await ConcentrationMeasure.of(distribution()).topShareInterval(0.2)).toEqual(fifth);
    expect(measure.topShare(0.1)).toBe(expected.topShares[0]!.value);
    expect(measure.estimates.gini).toBe(expected.gini.value);
    expect(measure.lorenz(5).map(({ share }) => share)).toEqual(
      expected.lorenz.map((point) => point.measureShare),
    );
  });

  test('is the same one as long as the distribution is kept', () => {
    const same = distribution();
    expect(ConcentrationMeasure.of(same)).toBe(ConcentrationMeasure.of(same));
    expect(ConcentrationMeasure.of(distribution())).not.toBe(ConcentrationMeasure.of(same));
  });

  test('has no intervals below 30 contributors', async () => {
    const measure = ConcentrationMeasure.of(distribution(sizes.slice(0, 29)));
    expect(await measure.giniInterval()).toBeNull();
    expect(await measure.topShareInterval(0.1)).toBeNull();
    expect(await measure.lorenzBand(11)).toBeNull();
  });

  test('of nobody has no value, and no curve', () => {
    const measure = ConcentrationMeasure.of(distribution([]));
    expect(measure.topShare(0.5)).toBeNull();
    expect(measure.lorenz(11)).toEqual([]);
    expect(measure.cell).toEqual({ contributors: 0, total: 0, largest: 0, second: 0 });
  });
});

test('a polygon is read straight between its corners', () => {
  const corners = cornersAt([0.5], 4, () => 0.25);
  expect(alongCorners(corners, 5).map(({ share }) => share)).toEqual([0, 0.125, 0.25, 0.625, 1]);
  expect(alongCorners(corners, 2).map(({ share }) => share)).toEqual([0, 1]);
});
