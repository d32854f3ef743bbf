import { expect, test } from 'vitest';
import { GrowingInverse, remainder } from '../../server/disclosure/inverse.ts';
import { Panels } from '../../server/disclosure/panels.ts';

/** Asks for the sum of the columns and accepts it where that is possible. */
function ask(panels: Panels, columns: readonly number[]): 'follows' | 'accepted' | 'refused' {
  const considered = panels.consider(columns);
  if (considered === null) return 'refused';
  if (considered.follows) return 'follows';
  panels.accept(columns, considered);
  return 'accepted';
}

function contributors(panels: Panels, count: number): number[] {
  return Array.from({ length: count }, (_, owner) => panels.addColumn(owner));
}

test('ten contributors are enough for a question, nine are not', () => {
  const panels = new Panels(10, 100);
  const columns = contributors(panels, 40);
  expect(ask(panels, columns.slice(0, 9))).toBe('refused');
  expect(ask(panels, columns.slice(0, 10))).toBe('accepted');
});

test('parts of ten make a whole of ten times as many, the last of which follows', () => {
  const panels = new Panels(10, 100);
  const columns = contributors(panels, 40);
  expect(ask(panels, columns)).toBe('accepted');
  for (const part of [0, 1, 2])
    expect(ask(panels, columns.slice(part * 10, part * 10 + 10))).toBe('accepted');
  expect(ask(panels, columns.slice(30))).toBe('follows');
  expect(ask(panels, columns.slice(10, 30))).toBe('follows');
  expect(panels.size).toBe(4);
});

test('a question that differs from an accepted one, or from a sum of them, in fewer than ten is refused', () => {
  const panels = new Panels(10, 100);
  const columns = contributors(panels, 60);
  expect(ask(panels, columns.slice(0, 20))).toBe('accepted');
  expect(ask(panels, columns.slice(20, 40))).toBe('accepted');
  expect(ask(panels, columns.slice(0, 21))).toBe('refused');
  expect(ask(panels, columns.slice(3, 40))).toBe('refused');
  expect(ask(panels, columns.slice(0, 50))).toBe('accepted');
});

test('one contributor with many columns counts once', () => {
  const panels = new Panels(10, 100);
  const columns = Array.from({ length: 30 }, (_, i) => panels.addColumn(i % 9));
  expect(ask(panels, columns)).toBe('refused');
});

test('beyond the most that it holds, only what follows is answered', () => {
  const panels = new Panels(10, 1);
  const columns = contributors(panels, 30);
  expect(ask(panels, columns)).toBe('accepted');
  expect(ask(panels, columns.slice(0, 10))).toBe('refused');
  expect(ask(panels, columns)).toBe('follows');
});

test('an inverse that grows is the inverse of what has grown', () => {
  const inverse = new GrowingInverse();
  // Columns (1), then (1, 0) under a new row (1, 1): the matrix is [[1, 1], [1, 0]] in the end.
  inverse.grow(inverse.rowTimes([]), [], 1);
  inverse.grow(inverse.rowTimes([0]), [0], remainder(-1));
  expect([...inverse.rowTimes([0])]).toEqual([0, 1]);
  expect([...inverse.rowTimes([1])].map((value) => (value > 1e6 ? value - 94_906_249 : value))).toEqual([
    1, -1,
  ]);
});
