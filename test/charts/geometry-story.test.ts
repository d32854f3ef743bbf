import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../web/src/lib/charts/geometry/box.ts';
import { countMatrix } from '../../web/src/lib/charts/geometry/count-matrix.ts';
import { eventLanes } from '../../web/src/lib/charts/geometry/event-lanes.ts';
import { rankedDots } from '../../web/src/lib/charts/geometry/ranked-dots.ts';
import { labelSize } from '../../web/src/lib/charts/geometry/text.ts';
import { measureText } from '../../web/src/lib/charts/text-width.ts';
import { laneEvents, matrixEntries, sectors } from './support/sample-rows.ts';

const rows = sectors.slice(0, 2);
const widths = [320, 720, 1100];

describe('event lanes', () => {
  const dates = fc.tuple(fc.integer({ min: 2022, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.boolean());
  const anyEvents = fc.array(fc.tuple(dates, fc.string({ minLength: 1, maxLength: 40 }), fc.boolean()), {
    maxLength: 25,
  });

  test('no name meets another name or dot, and none leaves the picture, whatever the events', () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom(...widths), (given, width) => {
        const events = given.map(([[year, month, known], label, law], index) => ({
          key: String(index),
          date: known ? `${year}-${String(month).padStart(2, '0')}` : String(year),
          row: law ? 'Law' : 'Finance',
          label,
          title: label,
        }));
        const { rows: lanes, height } = eventLanes(events, { width, rows, measure: measureText });
        const size = labelSize(width);
        const names = lanes.flatMap(({ marks }) =>
          marks.flatMap(({ label }) => {
            if (!label) return [];
            const own = measureText(label.text, size);
            return [
              {
                x: label.anchor === 'end' ? label.x - own : label.x,
                y: label.y - 11,
                width: own,
                height: 13,
              },
            ];
          }),
        );
        const dots = lanes.flatMap(({ marks }) =>
          marks.map(({ x, y }) => ({ x: x - 4, y: y - 4, width: 8, height: 8 })),
        );
        names.forEach((name, index) => {
          expect(name.x).toBeGreaterThanOrEqual(-0.5);
          expect(name.x + name.width).toBeLessThanOrEqual(width + 0.5);
          expect(name.y + name.height).toBeLessThanOrEqual(height);
          for (const other of names.slice(index + 1)) expect(overlaps(name, other)).toBe(false);
          for (const dot of dots) expect(overlaps(name, dot)).toBe(false);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('a phone shows every name that a desk shows', () => {
    const namesAt = (width: number) =>
      eventLanes(laneEvents, { width, rows, measure: measureText })
        .rows.flatMap(({ marks }) => marks.map(({ event, label }) => `${event.key} ${label?.text}`))
        .toSorted();
    expect(namesAt(320)).toEqual(namesAt(1100));
  });

  test('a date known to the year is a span of that year, and no other is', () => {
    const { rows: lanes } = eventLanes(laneEvents, { width: 720, rows, measure: measureText });
    const spanned = lanes.flatMap(({ marks }) => marks).filter(({ span }) => span !== null);
    expect(spanned.map(({ event }) => event.date)).toEqual(['2024']);
    expect(spanned[0]!.span!.from).toBeLessThan(spanned[0]!.x);
    expect(spanned[0]!.span!.to).toBeGreaterThan(spanned[0]!.x);
  });
});

describe('the matrix of counts', () => {
  const columns = ['bank', 'licence', 'years'].map((key) => ({ key, label: key }));
  const matrix = (width: number, entries = matrixEntries) =>
    countMatrix(entries, { width, rows: sectors, columns, count: String, measure: measureText });

  test.each(widths)('at %i: every count has its cell, none leaves the picture, and rows add up', (width) => {
    const { rows: placed } = matrix(width);
    const cells = placed.flatMap((row) => row.cells);
    expect(cells).toHaveLength(matrixEntries.length);
    for (const { box } of cells) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    expect(placed.map(({ total }) => total)).toEqual(['4', '5', '23', '0']);
  });

  test('a larger count is never on a paler tint', () => {
    const tints = matrix(720)
      .rows.flatMap(({ cells }) => cells)
      .toSorted((a, b) => a.entry.value - b.entry.value)
      .map(({ tint }) => tint);
    expect(tints).toEqual(tints.toSorted((a, b) => a - b));
    expect(new Set(tints).size).toBeGreaterThan(1);
  });
});

test('what rows are held against stands at its own value, also beyond them', () => {
  const placed = rankedDots([{ id: 'a', label: 'A', value: 50 }], {
    width: 720,
    value: String,
    axis: 'x',
    reference: { value: 200, label: 'claimed' },
    measure: measureText,
  });
  const tick = placed.ticks.find(({ label }) => label === '200')!;
  expect(placed.reference!.x).toBe(tick.x);
});
