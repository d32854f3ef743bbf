import { describe, expect, test } from 'vitest';
import { concentrationEstimates, contributors } from '../../server/statistics/index.ts';
import { INEQ_INCOMES } from './support.ts';

describe('the estimates of concentration', () => {
  test('gather every statistic of the contributors', () => {
    const people = contributors([...INEQ_INCOMES, 0, -5]);
    const estimates = concentrationEstimates(people, { topFractions: [0.1, 0.2], lorenzPoints: 3 });
    expect(estimates).toMatchObject({
      contributors: 10,
      excluded: 2,
      total: 66586,
      reliability: 'LOW',
      gini: expect.closeTo(0.4620911, 7),
      giniCorrected: expect.closeTo(0.5134346, 7),
      theil: expect.closeTo(0.36234124, 7), // NumPy
      topShares: [
        { fraction: 0.1, value: expect.closeTo(22261 / 66586, 12) },
        { fraction: 0.2, value: expect.closeTo((22261 + 11904) / 66586, 12) },
      ],
      halfShare: 2 / 10,
      lorenz: [
        { populationShare: 0, measureShare: 0 },
        { populationShare: 0.5, measureShare: expect.closeTo(12324 / 66586, 12) },
        { populationShare: 1, measureShare: 1 },
      ],
    });
    const squares = INEQ_INCOMES.reduce((sum, x) => sum + (x / 66586) ** 2, 0);
    expect(estimates.hhi).toBeCloseTo(squares, 14);
    expect(estimates.p90p10).toBeCloseTo((11904 + 0.1 * (22261 - 11904)) / (541 + 0.9 * (1463 - 541)), 12);
  });

  test('of nobody are null, with no curve', () => {
    expect(concentrationEstimates(contributors([0, -1]), { topFractions: [0.1] })).toEqual({
      contributors: 0,
      excluded: 2,
      total: 0,
      reliability: 'LOW',
      gini: null,
      giniCorrected: null,
      theil: null,
      hhi: null,
      p90p10: null,
      topShares: [{ fraction: 0.1, value: null }],
      halfShare: null,
      lorenz: [],
    });
  });

  test('of one person are those of full concentration and none at once', () => {
    expect(concentrationEstimates(contributors([5]), { topFractions: [0.1], lorenzPoints: 2 })).toMatchObject(
      {
        gini: 0,
        giniCorrected: null,
        theil: 0,
        hhi: 1,
        p90p10: 1,
        topShares: [{ fraction: 0.1, value: 1 }],
        halfShare: 1,
      },
    );
  });

  test('draw 101 points unless told, and none when told 0', () => {
    const people = contributors([1, 2, 3]);
    expect(concentrationEstimates(people, { topFractions: [] }).lorenz).toHaveLength(101);
    expect(concentrationEstimates(people, { topFractions: [], lorenzPoints: 0 }).lorenz).toEqual([]);
  });

  test('refuse fractions and points that mean nothing', () => {
    const people = contributors([1, 2, 3]);
    expect(() => concentrationEstimates(people, { topFractions: [0] })).toThrow(RangeError);
    expect(() => concentrationEstimates(people, { topFractions: [], lorenzPoints: 1 })).toThrow(RangeError);
  });
});
