import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positiveAscending } from '../../server/statistics/index.ts';

const byTheEngine = (values: Float64Array): Float64Array => values.filter((value) => value > 0).sort();

/** So many that they are sorted by their digits: some values over and over, times others. */
const many = (some: readonly number[], factor: number): Float64Array =>
  Float64Array.from({ length: 5000 }, (_, i) => some[i % some.length]! * (1 + ((i * 7919) % 5003) * factor));

describe('numbers above 0, ascending', () => {
  test('are those that the engine’s sort gives, whatever doubles there are, of few and of many', () => {
    const doubles = fc.array(fc.double({ noDefaultInfinity: false }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(doubles, fc.constantFrom(0, 1, 1e-9, 0.37), (some, factor) => {
        for (const values of [Float64Array.from(some), many(some, factor)]) {
          expect(positiveAscending(values)).toEqual(byTheEngine(values));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are those that the engine’s sort gives of whole numbers, of which most digits are the same', () => {
    const whole = Float64Array.from({ length: 20_000 }, (_, i) => ((i * 48_271) % 2_147_483_647) - 1000);
    expect(positiveAscending(whole)).toEqual(byTheEngine(whole));
    expect(positiveAscending(new Float64Array(6000).fill(3))).toEqual(new Float64Array(6000).fill(3));
  });

  test('leave the values that were handed in as they are', () => {
    const values = Float64Array.from({ length: 5000 }, (_, i) => 5000 - i);
    positiveAscending(values);
    expect(values[0]).toBe(5000);
  });
});
