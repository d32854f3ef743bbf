import {
  accumulate,
  emptySample,
  lowestSum,
  type MutableSample,
  type SortedSample,
} from './sorted-sample.ts';
import { countDraws, type Random } from './random.ts';

/**
 * Draws bootstrap replicates of a sample: n observations with replacement, each of the n equally likely.
 * The returned function fills and returns the same sample object every time; read it before the next call.
 */
export function bootstrapResampler(sample: SortedSample, random: Random): () => SortedSample {
  const groupOf = groupOfEachObservation(sample);
  const replicate = emptySample(sample.values);
  return () => {
    const { counts } = replicate;
    counts.fill(0);
    countDraws(random, groupOf, counts);
    accumulate(replicate);
    return replicate;
  };
}

/**
 * Calls `visit` with the sample that lacks one observation of each group in turn; equal observations leave equal
 * samples, so one visit stands for `weight` of them. O(1) a visit: the running sums stay those of the whole sample and
 * `lowestSum` and `valueAtRank` step over the gap; `ranks` and `sums` themselves must not be read in a visit.
 * Throws RangeError when the sample has fewer than 2 observations.
 */
export function forEachLeftOut(
  sample: SortedSample,
  visit: (without: SortedSample, weight: number) => void,
): void {
  if (sample.size < 2) throw new RangeError('Leaving one out needs at least 2 observations');
  const without: MutableSample = { ...sample, counts: sample.counts.slice(), size: sample.size - 1 };
  for (let g = 0; g < sample.values.length; g++) {
    const weight = sample.counts[g]!;
    if (weight === 0) continue;
    const value = sample.values[g]!;
    const rank = sample.ranks[g]!;
    const below = value * rank - sample.sums[g]!;
    const above = sample.total - sample.sums[g]! - value * (sample.size - rank);
    without.counts[g] = weight - 1;
    without.pairDifferences = sample.pairDifferences - below - above;
    without.gapRank = rank;
    without.gapValue = value;
    // Not total − value: where one contributor has nearly all, that difference would be all rounding.
    without.total = lowestSum(without, without.size);
    visit(without, weight);
    without.counts[g] = weight;
  }
}

function groupOfEachObservation(sample: SortedSample): Uint32Array {
  const groupOf = new Uint32Array(sample.size);
  for (let g = 0; g < sample.values.length; g++) groupOf.fill(g, sample.ranks[g], sample.ranks[g + 1]);
  return groupOf;
}
