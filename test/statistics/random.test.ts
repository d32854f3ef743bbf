import { describe, expect, test } from 'vitest';
import { seededRandom, uniform, uniformIndex } from '../../server/statistics/index.ts';
import { countDraws, xoshiro128, type Random } from '../../server/statistics/random.ts';

describe('xoshiro128**', () => {
  test('gives the numbers of the authors’ C program from state 1, 2, 3, 4 (test vector of Rust’s rand_xoshiro)', () => {
    const random = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, random)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test('refuses a state it could not leave, and words that are not 32-bit', () => {
    expect(() => xoshiro128([0, 0, 0, 0])).toThrow(RangeError);
    expect(() => xoshiro128([1, 2, 3, 2 ** 32])).toThrow(RangeError);
    expect(() => xoshiro128([1, 2, 3, -1])).toThrow(RangeError);
  });
});

describe('a seeded source', () => {
  test('repeats itself for the same seed and not for the next', () => {
    const first = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(first(1993)).toEqual(first(1993));
    expect(first(1993)).not.toEqual(first(1994));
  });

  test('never changes what a seed means, since published intervals rest on it', () => {
    expect(Array.from({ length: 4 }, seededRandom(1993))).toEqual([
      1951898045, 4186403834, 2509645221, 3785788910,
    ]);
  });

  test('refuses a seed that is not a whole number of 32 bits', () => {
    for (const seed of [-1, 0.5, 2 ** 32, NaN]) expect(() => seededRandom(seed)).toThrow(RangeError);
  });

  test('fills the unit interval evenly', () => {
    const random = seededRandom(3);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) tenths[Math.floor(uniform(random) * 10)]!++;
    const chiSquare = tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.88); // the 0.999 quantile at 9 degrees of freedom
  });

  test('picks every index and no other', () => {
    const random = seededRandom(4);
    const seen = new Set(Array.from({ length: 500 }, () => uniformIndex(random, 7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(uniformIndex(() => 2 ** 32 - 1, 7)).toBe(6);
    expect(uniformIndex(() => 0, 7)).toBe(0);
  });

  test('stays below 1 at the largest draw', () => {
    expect(uniform(() => 2 ** 32 - 1)).toBeLessThan(1);
    expect(uniform(() => 0)).toBe(0);
  });

  test('draws many at once as one after the other, and goes on where they end', () => {
    const groupOf = Uint32Array.from([0, 0, 1, 2, 2, 2, 3]);
    const [once, apart] = [seededRandom(11), seededRandom(11)];
    const [counts, expected] = [new Uint32Array(4), new Uint32Array(4)];
    for (let round = 0; round < 500; round++) {
      countDraws(once, groupOf, counts);
      for (const _ of groupOf) expected[groupOf[uniformIndex(apart, groupOf.length)]!]!++;
    }
    expect(counts).toEqual(expected);
    expect(once()).toBe(apart());
  });

  test('counts the draws of any other source too', () => {
    const numbers = [0, 2 ** 31, 2 ** 32 - 1];
    const source: Random = () => numbers.shift()!;
    const counts = new Uint32Array(3);
    countDraws(source, Uint32Array.from([0, 1, 2]), counts);
    expect([...counts]).toEqual([1, 1, 1]);
  });
});
