import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, overlaps } from '../../web/src/lib/charts/geometry/box.ts';
import {
  occupationTreemap,
  type OccupationCell,
} from '../../web/src/lib/charts/geometry/occupation-treemap.ts';
import { stripRows } from '../../web/src/lib/charts/geometry/strip-rows.ts';
import { measureText } from '../../web/src/lib/charts/text-width.ts';
import { cells, sectors } from './support/sample-rows.ts';

const lay = (rows: readonly OccupationCell[], width: number) =>
  occupationTreemap(rows, { width, sectors, measure: measureText });

test.each([320, 720, 1100])('at %i every cell has the area of its value, in every sector alike', (width) => {
  const placed = lay(cells, width).cells;
  const area = placed.reduce((sum, cell) => sum + cell.width * cell.height, 0);
  const value = cells.reduce((sum, cell) => sum + cell.value, 0);
  expect(placed).toHaveLength(cells.length);
  for (const { cell, width: w, height: h } of placed) {
    // Sides are rounded to a hundredth of a pixel.
    expect(Math.abs(w * h - (cell.value / value) * area)).toBeLessThan(0.02 * (w + h) + 0.01);
  }
});

test.each([320, 1100])('at %i no two cells overlap, and each lies in its sector below its name', (width) => {
  const { cells: placed, sectors: boxes, header, height } = lay(cells, width);
  placed.forEach((one, index) => {
    const { x, y, width: w, height: h } = boxes.find(({ key }) => key === one.cell.sector)!;
    expect(contains({ x, y: y + header, width: w, height: h - header }, one, 0.02)).toBe(true);
    for (const other of placed.slice(index + 1)) expect(overlaps(one, other, -0.02)).toBe(false);
  });
  for (const box of boxes) expect(contains({ x: 0, y: 0, width, height }, box)).toBe(true);
});

test('a cell keeps its place when its stage changes, and whatever order the rows come in', () => {
  const boxes = (rows: readonly OccupationCell[]) =>
    lay(rows, 720)
      .cells.map(({ cell, x, y }) => `${cell.id} ${x} ${y}`)
      .sort();
  const later = cells.map((cell) => ({ ...cell, stage: 4 as const })).reverse();
  expect(boxes(later)).toEqual(boxes(cells));
});

test('a title stands whole or cut after a word, and always fits its cell', () => {
  for (const { cell, lines, width, height } of lay(cells, 1100).cells) {
    if (lines.length === 0) continue;
    expect(cell.label.startsWith(lines.join(' ').replace(/…$/, ''))).toBe(true);
    expect(lines.length * 15).toBeLessThanOrEqual(height);
    for (const line of lines) expect(measureText(line, 13)).toBeLessThanOrEqual(width);
  }
});

test('an occupation without a value has no cell', () => {
  expect(lay([...cells, { ...cells[0]!, id: 'none', value: 0 }], 720).cells).toHaveLength(cells.length);
});

test('rows take every item once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 14 }), (values) => {
      const items = values.toSorted((a, b) => b - a).map((value) => ({ value, minWidth: 60 }));
      const ends = stripRows(items, 720, 500);
      expect(ends.at(-1) ?? 0).toBe(items.length);
      expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
    }),
  );
});
