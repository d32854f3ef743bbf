import { expect, test } from 'vitest';
import { cellPath, isTiny } from '../../web/src/lib/charts/geometry/cell-path.ts';
import { occupationLayouts } from '../../web/src/lib/charts/geometry/occupation-layouts.ts';
import { measureText } from '../../web/src/lib/charts/text-width.ts';
import OccupationMap from '../../web/src/lib/charts/fluid/OccupationMap.svelte';
import { draw, readable } from './support/draw.ts';
import { english } from './support/formats.ts';
import { cells, sectors } from './support/sample-rows.ts';

const layouts = occupationLayouts(cells, { sectors, measure: measureText });

test('an outline is half a pixel inside its box, in steps of a pixel’s fraction', () => {
  expect(cellPath({ x: 10, y: 20, width: 8, height: 5 }, 2)).toBe('M21 41h14v8h-14z');
});

test('neighbours stay one pixel apart however their edge is rounded', () => {
  for (const edge of [10.2, 10.49, 10.5, 10.77]) {
    const left = cellPath({ x: 0, y: 0, width: edge, height: 9 }, 1);
    const right = cellPath({ x: edge, y: 0, width: 9, height: 9 }, 1);
    const end = /^M(\d+) \d+h(\d+)/.exec(left)!.slice(1).map(Number);
    const start = Number(/^M(\d+)/.exec(right)![1]);
    expect(start - (end[0]! + end[1]!)).toBe(1);
  }
});

test('a tiny cell keeps an area', () => {
  const speck = { x: 3.2, y: 4.1, width: 0.2, height: 0.3 };
  expect(isTiny(speck)).toBe(true);
  expect(cellPath(speck, 1)).toBe('M3 4h1v1h-1z');
});

test('every occupation is in both layouts once, in the same order', () => {
  expect(layouts.cells.map(({ cell }) => cell.id).sort()).toEqual(cells.map(({ id }) => id).sort());
  for (const { wide, narrow } of layouts.cells)
    for (const { path } of [wide, narrow]) expect(path).toMatch(/^M\d+ \d+h\d+v\d+h-\d+z$/);
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
