import { accumulate, emptySample, sampleFromSorted, type SortedSample } from './sorted-sample.ts';
import { uniformIndex, type Random } from './random.ts';

/** One of two samples that are compared. */
export interface ComparedSide {
  /** What each has; all above 0, in any order. */
  readonly totals: ArrayLike<number>;
  /** Who each total is of, in the same order. Where both sides say so, people in both are drawn together. */
  readonly people?: ArrayLike<number>;
}

/** Two samples and who is in which: what a resampling of both needs. */
export interface PairedSamples {
  readonly first: SortedSample;
  readonly second: SortedSample;
  /** Those that are drawn from together: everybody in one stratum, or each sample in a stratum of its own. */
  readonly strata: readonly Stratum[];
}

/** For each person the group of `first.values` and of `second.values` that holds their total, −1 for none. */
export interface Stratum {
  readonly inFirst: Int32Array;
  readonly inSecond: Int32Array;
}

/** Two sides, sorted, with their people matched. Throws RangeError as `sampleFromSorted` does. */
export function pairSamples(a: ComparedSide, b: ComparedSide): PairedSamples {
  const [first, second] = [a, b].map(({ totals }) => sampleFromSorted(Float64Array.from(totals).sort()));
  const [inA, inB] = [groupsOf(a, first!), groupsOf(b, second!)];
  const none = (length: number): Int32Array => new Int32Array(length).fill(-1);
  const strata =
    a.people && b.people
      ? [together(a.people, inA, b.people, inB)]
      : [
          { inFirst: inA, inSecond: none(inA.length) },
          { inFirst: none(inB.length), inSecond: inB },
        ];
  return { first: first!, second: second!, strata };
}

/** How many people there are to draw from, those in both samples once. */
export const peopleIn = ({ strata }: PairedSamples): number =>
  strata.reduce((sum, { inFirst }) => sum + inFirst.length, 0);

/**
 * Draws replicates of both samples at once: from each stratum as many people as it has, with replacement, each with
 * whatever they have in either sample. The returned function fills and returns the same two samples every time. A draw
 * that leaves a sample empty is drawn again.
 */
export function pairedResampler(
  { first, second, strata }: PairedSamples,
  random: Random,
): () => readonly [SortedSample, SortedSample] {
  const pair = [emptySample(first.values), emptySample(second.values)] as const;
  const draw = (): typeof pair => {
    for (const { counts } of pair) counts.fill(0);
    for (const { inFirst, inSecond } of strata) {
      for (let i = 0; i < inFirst.length; i++) {
        const person = uniformIndex(random, inFirst.length);
        const [one, other] = [inFirst[person]!, inSecond[person]!];
        if (one >= 0) pair[0].counts[one]!++;
        if (other >= 0) pair[1].counts[other]!++;
      }
    }
    for (const sample of pair) accumulate(sample);
    return pair.every(({ size }) => size > 0) ? pair : draw();
  };
  return draw;
}

function together(
  peopleA: ArrayLike<number>,
  inA: Int32Array,
  peopleB: ArrayLike<number>,
  inB: Int32Array,
): Stratum {
  const groupInB = new Map(Array.from(peopleB, (person, i) => [person, inB[i]!]));
  const inFirst = Array.from(inA);
  const inSecond = Array.from(peopleA, (person) => groupInB.get(person) ?? -1);
  const known = new Set(Array.from(peopleA));
  for (const [person, group] of groupInB) {
    if (known.has(person)) continue;
    inFirst.push(-1);
    inSecond.push(group);
  }
  return { inFirst: Int32Array.from(inFirst), inSecond: Int32Array.from(inSecond) };
}

function groupsOf({ totals }: ComparedSide, { values }: SortedSample): Int32Array {
  const groups = new Map(Array.from(values, (value, group) => [value, group]));
  return Int32Array.from(totals, (total) => groups.get(total)!);
}
