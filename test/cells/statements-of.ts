import type { Measured } from '../../server/analytics/concentration/measured.ts';

/** Points and fractions on a cell's grid, and between its points. */
const points = [2, 5, 11, 41, 51, 101, 7];
const fractions = [0.005, 0.01, 0.05, 0.07, 0.1, 0.2, 0.25, 0.5, 1, 0.123, 1 / 3];

/** Every estimate, as plain values. */
export async function estimatesOf(measured: Measured): Promise<object> {
  const { contributors, excluded, otherCurrencies, currency, estimates, cell } = measured;
  const { total, gini, giniCorrected, theil, hhi, p90p10, halfShare, reliability } = estimates;
  return {
    contributors,
    excluded,
    otherCurrencies,
    currency,
    reliability,
    ...{ total, gini, giniCorrected, theil, hhi, p90p10, halfShare },
    dominance: { total: cell.total, largest: cell.largest, second: cell.second },
    top: await Promise.all(fractions.map((fraction) => measured.topShare(fraction))),
    lorenz: await Promise.all(points.map((count) => measured.lorenz(count, null))),
    told: await measured.lorenz(11, contributors >= 3 ? [0.5] : null),
  };
}

/** Every interval. */
export async function intervalsOf(measured: Measured): Promise<object> {
  return {
    gini: await measured.giniInterval(),
    halfShare: await measured.halfShareInterval(),
    top: await Promise.all(fractions.map((fraction) => measured.topShareInterval(fraction))),
    bands: await Promise.all([101, 51, 7].map((count) => measured.lorenzBand(count, null))),
    told: await measured.lorenzBand(11, [0.1, 0.5]),
  };
}

/** The same to nine digits: what was added up in another order differs after the fifteenth. */
export function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(9)) + 0;
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}
