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
import { topCount } from '../../server/statistics/index.ts';

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
    [0.25, 12],
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

  test.each([
    [12, 0.25, 12],
    [20, 0.2, 20],
    [20, 0.1, 30],
    [20, 0.25, 60],
    [40, 0.3, 40],
    [40, 0.35, 60],
    [200, 0.01, 300],
  ])('of %d contributors, the top %d is told from %d on, in step with all others', (n, fraction, least) => {
    const threshold = guardedDoor.topShare(equals(n), fraction)?.threshold ?? n;
    expect(threshold).toBe(least);
    if (least > n) expect(guardedDoor.topShare(equals(least), fraction)).toBeNull();
  });

  test('between any two top shares that are told, and corners of the curve, are at least three contributors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 700 }), (n) => {
        const told = Array.from({ length: 100 }, (_, i) => (i + 1) / 100).filter(
          (fraction) => guardedDoor.topShare(equals(n), fraction) === null,
        );
        const corners = guardedDoor.curveFractions(n) ?? [];
        const counts = [...new Set([0, n, ...[...told, ...corners].map((f) => topCount(f, n))])].sort(
          (a, b) => a - b,
        );
        for (const [i, count] of counts.slice(1).entries())
          expect(count - counts[i]!).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test('refuses a fraction between whole percents, and a share that would be one of a scan', () => {
    const risk = expect.objectContaining({ code: 'DISCLOSURE_RISK' });
    expect(() => guardedDoor.topShare(equals(1000), 0.2005)).toThrow(risk);
    expect(() => guardedDoor.checkShare(0.501)).toThrow(risk);
    expect(() => guardedDoor.checkShare(0.5)).not.toThrow();
    expect(openDoor.topShare(equals(1000), 0.2005)).toBeNull();
    expect(() => openDoor.checkShare(0.501)).not.toThrow();
  });

  test('counts nobody in a cell that is withheld, and rounds down whom it left out', () => {
    const withheld = guardedDoor.cell(equals(9));
    expect([guardedDoor.count(9, withheld), guardedDoor.count(12, null)]).toEqual([0, 12]);
    expect([
      guardedDoor.others(19, null),
      guardedDoor.others(9, null),
      guardedDoor.others(30, withheld),
    ]).toEqual([10, 0, 0]);
    expect([openDoor.count(9, withheld), openDoor.others(7, withheld)]).toEqual([9, 7]);
  });

  test('never lets a value of one contributor through', () => {
    expect(guardedDoor.individual()?.reason).toBe(SuppressionReason.TOO_FEW_CONTRIBUTORS);
  });
});

describe('the door of open data', () => {
  test('lets everything through that exists', () => {
    expect(openDoor.cell(equals(1))).toBeNull();
    expect(openDoor.topShare(equals(1), 0.01)).toBeNull();
    expect(openDoor.quantiles(equals(1))).toBeNull();
    expect(openDoor.individual()).toBeNull();
    expect(openDoor.curveFractions(2)).toBeNull();
  });

  test('says so where nothing does, as that of protected data', () => {
    for (const door of [openDoor, guardedDoor]) {
      expect(door.cell(cell())).toEqual({ reason: SuppressionReason.NO_DATA, threshold: null });
      expect(door.topShare(cell(), 0.1)?.reason).toBe(SuppressionReason.NO_DATA);
    }
  });

  test('is that of a dataset which is not protected', () => {
    expect(doorOf({ protected: false }, {})).toBe(openDoor);
    expect(doorOf({ protected: true }, {})).toBe(guardedDoor);
  });

  test('is what an administrator goes through everywhere', () => {
    expect(doorOf({ protected: true }, { mayAdminister: true })).toBe(openDoor);
  });
});
