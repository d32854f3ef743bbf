import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../server/statistics/index.ts';
import { LowestSums } from '../../server/statistics/lowest-sums.ts';
import { bootstrapResampler, forEachLeftOut } from '../../server/statistics/resample.ts';
import { lowestSum, type SortedSample } from '../../server/statistics/sorted-sample.ts';
import { sampleOf, totals } from './support.ts';

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

/** All sums at once beside each for itself. */
function compare(sums: LowestSums, sample: SortedSample, at: readonly number[]): void {
  const found = new Float64Array(at.length);
  sums.read(sample, found);
  expect([...found]).toEqual(at.map((share) => lowestSum(sample, share * sample.size)));
}

describe('the lowest sums at many counts', () => {
  test('are to the last digit those at each, of a sample, its bootstrap replicates and all that lack one', () => {
    fc.assert(
      fc.property(totals(2), shares, (values, at) => {
        const sample = sampleOf(values);
        const sums = new LowestSums((size) => Float64Array.from(at, (share) => share * size));
        compare(sums, sample, at);
        forEachLeftOut(sample, (without) => compare(sums, without, at));
        const resample = bootstrapResampler(sample, seededRandom(values.length));
        for (let round = 0; round < 5; round++) compare(sums, resample(), at);
        // And of another sample of the same size afterwards.
        const other = sampleOf(values.map((value) => value + 1));
        forEachLeftOut(other, (without) => compare(sums, without, at));
      }),
    );
  });
});
