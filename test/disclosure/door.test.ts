import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellOfSorted,
  doorOf,
  guardedDoor,
  openDoor,
  SuppressionReason,
  type Cell,
} from '../../server/disclosure/index.ts';

const cell = (...totals: number[]): Cell => {
  const sorted = totals.toSorted((a, b) => a - b);
  return cellOfSorted(
    sorted,
    sorted.reduce((sum, total) => sum + total, 0),
  );
};
const equals = (count: number): Cell => cell(...Array.from({ length: count }, () => 1));

describe('the door of protected data', () => {
  test('lets a cell of ten contributors through, not one of nine', () => {
    expect(guardedDoor.cell(equals(10))).toBeNull();
    expect(guardedDoor.cell(equals(9))).toEqual({
      reason: SuppressionReason.TOO_FEW_CONTRIBUTORS,
      threshold: 10,
    });
  });

  test('lets half of a cell belong to one contributor, not more', () => {
    const others = Array.from({ length: 11 }, () => 1);
    expect(guardedDoor.cell(cell(11, ...others))).toBeNull();
    expect(guardedDoor.cell(cell(11.1, ...others))?.reason).toBe(SuppressionReason.DOMINANCE);
  });

  test('lets four fifths of a cell belong to two contributors, not more', () => {
    const others = Array.from({ length: 10 }, () => 1);
    expect(guardedDoor.cell(cell(20, 20, ...others))).toBeNull();
    expect(guardedDoor.cell(cell(20.1, 20.1, ...others))?.reason).toBe(SuppressionReason.DOMINANCE);
  });

  test.each([
    [0.2, 15],
    [0.1, 30],
    [0.3, 12],
    [0.01, 300],
    [1, 10],
  ])('a top share at %d needs %d contributors', (fraction, least) => {
    expect(guardedDoor.topShare(equals(least), fraction)).toBeNull();
    expect(guardedDoor.topShare(equals(least - 1), fraction)).not.toBeNull();
  });

  test('says how many contributors a top share would need', () => {
    expect(guardedDoor.topShare(equals(20), 0.1)).toEqual({
      reason: SuppressionReason.TOO_FEW_FOR_STATISTIC,
      threshold: 30,
    });
  });

  test('gives a curve three contributors to a piece, and never more than a hundred pieces', () => {
    expect([0, 1, 3, 6, 20, 300, 5000].map((n) => guardedDoor.curvePieces(n))).toEqual([
      1, 1, 1, 2, 6, 100, 100,
    ]);
  });

  test('never lets a value of one contributor through', () => {
    expect(guardedDoor.individual()?.reason).toBe(SuppressionReason.TOO_FEW_CONTRIBUTORS);
  });
});

describe('a table whose sum is published', () => {
  test('loses the smallest of the other cells when one alone is suppressed, by key where they are equal', () => {
    const cells = new Map([
      ['d', equals(12)],
      ['c', equals(30)],
      ['b', equals(12)],
      ['a', equals(3)],
    ]);
    expect([...guardedDoor.table(cells)]).toEqual([
      ['a', { reason: SuppressionReason.TOO_FEW_CONTRIBUTORS, threshold: 10 }],
      ['b', { reason: SuppressionReason.COMPLEMENTARY, threshold: null }],
    ]);
  });

  test('loses no more when two are suppressed already, or none', () => {
    const two = new Map([
      ['a', equals(3)],
      ['b', equals(4)],
      ['c', equals(30)],
    ]);
    expect([...guardedDoor.table(two).keys()]).toEqual(['a', 'b']);
    expect(guardedDoor.table(new Map([['c', equals(30)]])).size).toBe(0);
  });

  test('never leaves exactly one cell of several out, and leaves out the same ones in any order', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.nat()), (counts, order) => {
        const cells = counts.map((count, i) => [`s${i}`, equals(count)] as const);
        const suppressed = guardedDoor.table(new Map(cells));
        expect(suppressed.size).not.toBe(1);
        const keys = new Map(cells.map(([key]) => [key, order.next().value]));
        const shuffled = cells.toSorted(([a], [b]) => keys.get(a)! - keys.get(b)!);
        expect([...guardedDoor.table(new Map(shuffled)).keys()].sort()).toEqual(
          [...suppressed.keys()].sort(),
        );
      }),
    );
  });
});

describe('the door of open data', () => {
  test('lets everything through that exists', () => {
    expect(openDoor.cell(equals(1))).toBeNull();
    expect(openDoor.topShare(equals(1), 0.01)).toBeNull();
    expect(openDoor.quantiles(equals(1))).toBeNull();
    expect(openDoor.individual()).toBeNull();
    expect(openDoor.curvePieces(2)).toBe(Infinity);
  });

  test('says so where nothing does, as that of protected data', () => {
    for (const door of [openDoor, guardedDoor]) {
      expect(door.cell(cell())).toEqual({ reason: SuppressionReason.NO_DATA, threshold: null });
      expect(door.topShare(cell(), 0.1)?.reason).toBe(SuppressionReason.NO_DATA);
      expect(door.table(new Map([['a', cell()]])).get('a')?.reason).toBe(SuppressionReason.NO_DATA);
    }
  });

  test('is that of a dataset which is not protected', () => {
    expect(doorOf({ protected: false })).toBe(openDoor);
    expect(doorOf({ protected: true })).toBe(guardedDoor);
  });
});
