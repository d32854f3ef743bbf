import { expect, test } from 'vitest';
import { paperParts } from '../../web/src/lib/charts/geometry/paper-parts.ts';

const rows = Array.from({ length: 60 }, (_, index) => 40 + index * 30);

test('a chart that fits on a sheet is not parted', () => {
  expect(paperParts(720, 1100, rows)).toEqual([]);
});

test('a tall chart is parted between its rows, without a gap, and each part is far lower than a sheet', () => {
  const parts = paperParts(720, 1860, rows);
  expect(parts.length).toBeGreaterThan(5);
  let y = 0;
  for (const part of parts) {
    expect(part.y).toBe(y);
    if (y > 0) expect(rows).toContain(y);
    expect(part.height).toBeLessThanOrEqual(720 * 0.25);
    y += part.height;
  }
  expect(y).toBe(1860);
});
