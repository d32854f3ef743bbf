/** Steps in percent, the finest first: a curve over the contributors is told at their multiples, and nowhere between. */
const steps = [1, 2, 5, 10, 20, 25, 50, 100] as const;
/** How many contributors must stand on a step: the rule of top shares, ⌈1/f⌉ · 3, at its fraction. */
const leastOnStep = 3;

function leastOf(step: number): number {
  return (100 / step) * leastOnStep;
}

function stepOf(contributors: number): number {
  return steps.find((step) => contributors >= leastOf(step)) ?? 100;
}

/** The fractions, ascending and without 0 and 1, at which a curve over so many contributors is told. */
export function toldFractions(contributors: number): number[] {
  const step = stepOf(contributors);
  return Array.from({ length: 100 / step - 1 }, (_, i) => ((i + 1) * step) / 100);
}

/**
 * How many contributors a top share at that fraction needs so that it, beside all others that are told, is about at least
 * three; null for a fraction that is never told.
 */
export function contributorsFor(fraction: number, contributors: number): number | null {
  const percent = Math.round(fraction * 100);
  if (percent < 1 || Math.abs(fraction * 100 - percent) > 1e-7) return null;
  if (percent % stepOf(contributors) === 0) return contributors;
  const enough = steps.filter((step) => percent % step === 0).map(leastOf);
  return Math.min(...enough.filter((least) => least > contributors && percent % stepOf(least) === 0));
}
