import { lowestSum, type SortedSample } from './sorted-sample.ts';

/**
 * The half share: the smallest k/n whose k largest hold at least half of the total. No unit; 1/n … 1/2 (or just above
 * 1/2 when n is odd and all are equal). A sum short of half by less than 1e-12 of the total, as rounding leaves it,
 * counts as half. Throws nothing on a valid sample.
 */
export function halfShareSorted(sample: SortedSample): number {
  return (sample.size - mostHoldingHalf(sample)) / sample.size;
}

/**
 * Where the Lorenz polygon itself divides the total in two: the half share without its rounding up to a whole
 * contributor, so at most 1/n below it. It moves smoothly with the data where the half share moves in steps, and is
 * what intervals are made of. No unit; above 0, at most 1/2. Throws nothing on a valid sample.
 */
export function halfCrossingSorted(sample: SortedSample): number {
  const whole = mostHoldingHalf(sample);
  const held = lowestSum(sample, whole);
  const part = (sample.total / 2 - held) / (lowestSum(sample, whole + 1) - held);
  return (sample.size - whole - part) / sample.size;
}

/** The most contributors, counted from the lowest, that together hold no more than half. */
function mostHoldingHalf(sample: SortedSample): number {
  const half = (sample.total / 2) * (1 + 1e-12);
  let enough = 0;
  let tooMany = sample.size;
  while (tooMany - enough > 1) {
    const middle = (enough + tooMany) >>> 1;
    if (lowestSum(sample, middle) <= half) enough = middle;
    else tooMany = middle;
  }
  return enough;
}
