import { describe, expect, test } from 'vitest';
import { contributors } from '../../server/statistics/index.ts';

describe('contributors', () => {
  test('are sorted ascending by number, not by text', () => {
    expect([...contributors([10, 9, 100, 1]).sorted]).toEqual([1, 9, 10, 100]);
  });

  test('whose net total is 0 or less are left out and counted', () => {
    const people = contributors([5, 0, -3, 2, -0]);
    expect([...people.sorted]).toEqual([2, 5]);
    expect(people.excluded).toBe(3);
    expect(people.total).toBe(7);
  });

  test('may be none', () => {
    expect(contributors([])).toEqual({ sorted: new Float64Array(0), excluded: 0, total: 0 });
    expect(contributors([0, -1]).excluded).toBe(2);
  });

  test('can be any iterable and leave it as it was', () => {
    const totals = [3, 1, 2];
    expect([...contributors(new Map(totals.entries()).values()).sorted]).toEqual([1, 2, 3]);
    contributors(totals);
    expect(totals).toEqual([3, 1, 2]);
  });

  test('are refused when a total, or the sum, is not a finite number', () => {
    for (const hole of [NaN, Infinity, -Infinity]) expect(() => contributors([1, hole])).toThrow(RangeError);
    expect(() => contributors([1e308, 1e308])).toThrow(RangeError);
  });
});
