/**
 * Randomness is an argument: whatever draws takes a `Random`, a source of independent whole numbers, uniform on
 * 0 … 2³² − 1. The same seed gives the same sequence on every machine and in every release.
 */
export interface Random {
  (): number;
  /** Of `xoshiro128`: the four words that it goes on from. */
  readonly state?: Int32Array;
}

/**
 * xoshiro128** 1.1, period 2¹²⁸ − 1 (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators", ACM
 * TOMS 47(4)). For statistics and simulation; not for secrets.
 * Throws RangeError unless the four words are whole numbers in 0 … 2³² − 1 and not all 0.
 */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  state.forEach(assertWord);
  if (state.every((word) => word === 0)) throw new RangeError('A state of only zeros never leaves zero');
  const s = Int32Array.from(state, (word) => word | 0);
  const next = (): number => {
    const s1 = s[1]!;
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9);
    s[2]! ^= s[0]!;
    s[3]! ^= s1;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= s1 << 9;
    s[3] = rotateLeft(s[3]!, 11);
    return result >>> 0;
  };
  return Object.assign(next, { state: s });
}

/**
 * xoshiro128** seeded with one number, spread over the four words of its state by splitmix32 so that near seeds give
 * unrelated sequences. Throws RangeError unless `seed` is a whole number in 0 … 2³² − 1.
 */
export function seededRandom(seed: number): Random {
  assertWord(seed);
  let counter = seed | 0;
  const nextWord = (): number => {
    counter = (counter + 0x9e3779b9) | 0;
    let word = counter ^ (counter >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
  return xoshiro128([nextWord(), nextWord(), nextWord(), nextWord()]);
}

/** A number uniform on [0, 1), a multiple of 2⁻⁵³. */
export function uniform(random: Random): number {
  const high = random() >>> 5;
  const low = random() >>> 6;
  return (high * 2 ** 26 + low) / 2 ** 53;
}

/** A whole number uniform on 0 … size − 1; no index is favoured by more than size/2³², nothing beside Monte Carlo error. */
export function uniformIndex(random: Random, size: number): number {
  return Math.floor((random() * size) / 2 ** 32);
}

/**
 * For each item of `groupOf` one draw with `uniformIndex` of its length; counts[groupOf[drawn]] is raised by one. A bootstrap does
 * little else: with the generator's steps written out it takes half the time, and draws the same.
 */
export function countDraws(random: Random, groupOf: Uint32Array, counts: Uint32Array): void {
  const size = groupOf.length;
  const { state } = random;
  if (state === undefined) {
    for (let i = 0; i < size; i++) counts[groupOf[uniformIndex(random, size)]!]!++;
    return;
  }
  let [s0, s1, s2, s3] = [state[0]!, state[1]!, state[2]!, state[3]!];
  for (let i = 0; i < size; i++) {
    const scrambled = Math.imul(s1, 5);
    const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    counts[groupOf[Math.floor((word * size) / 2 ** 32)]!]!++;
  }
  state.set([s0, s1, s2, s3]);
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function assertWord(word: number): void {
  if (word !== word >>> 0) throw new RangeError(`Not a whole number from 0 to 2^32 - 1: ${word}`);
}
