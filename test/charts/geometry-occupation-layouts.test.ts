import { expect, test } from 'vitest';
import { cellOutline, isTiny } from '../../web/src/lib/charts/geometry/cell-outline.ts';
import { occupationLayouts } from '../../web/src/lib/charts/geometry/occupation-layouts.ts';
import { measureText } from '../../web/src/lib/charts/text-width.ts';
import OccupationMap from '../../web/src/lib/charts/fluid/OccupationMap.svelte';
import { draw, readable } from './support/draw.ts';
import { english } from './support/formats.ts';
import { cells, sectors } from './support/sample-rows.ts';

const layouts = occupationLayouts(cells, { sectors, measure: measureText });

test('an outline is half a pixel inside its box, in steps of a pixel’s fraction', () => {
  const outline = cellOutline({ x: 10, y: 20, width: 8, height: 5 }, 2);
  expect(outline).toEqual({ x: 21, y: 41, width: 14, height: 8 });
});

test('neighbours stay one pixel apart however their edge is rounded', () => {
  for (const edge of [10.2, 10.49, 10.5, 10.77]) {
    const left = cellOutline({ x: 0, y: 0, width: edge, height: 9 }, 1);
    const right = cellOutline({ x: edge, y: 0, width: 9, height: 9 }, 1);
    expect(right.x - (left.x + left.width)).toBe(1);
  }
});

test('a tiny cell keeps an area', () => {
  const speck = { x: 3.2, y: 4.1, width: 0.2, height: 0.3 };
  expect(isTiny(speck)).toBe(true);
  expect(cellOutline(speck, 1)).toEqual({ x: 3, y: 4, width: 1, height: 1 });
});

test('every occupation is in both layouts once, in the same order', () => {
  expect(layouts.cells.map(({ cell }) => cell.id).sort()).toEqual(cells.map(({ id }) => id).sort());
  for (const { wide, narrow } of layouts.cells)
    for (const { box } of [wide, narrow])
      expect(Object.values(box).every((side) => Number.isInteger(side) && side >= 0)).toBe(true);
});

test('a tablet shows fewer titles than a desk, in type that stays legible when it is shown smaller', () => {
  const titled = (screen: 'desk' | 'tablet') => layouts.cells.filter(({ titles }) => titles[screen]).length;
  expect(titled('tablet')).toBeLessThanOrEqual(titled('desk'));
  expect((layouts.sizes.tablet * 720) / 1100).toBeGreaterThanOrEqual(12.9);
});

test('the map of a page is drawn as it was: each occupation once, named, with an outline for each layout', async () => {
  const svg = draw(OccupationMap, {
    title: 'The finding',
    description: 'The finding with its numbers.',
    format: english,
    cells: cells.map((cell) => ({ ...cell, href: `/professions/${cell.id}` })),
    sectors,
    labels: { cell: ({ label }: { label: string }) => label },
  });
  for (const { id, label } of cells)
    expect(svg.split(`href="/professions/${id}"`)[1]).toMatch(new RegExp(`^[^>]*aria-label="${label}"`));
  await expect(readable(svg)).toMatchFileSnapshot('snapshots/occupation-map.svg');
});
