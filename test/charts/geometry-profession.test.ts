import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exposureStrips } from '../../web/src/lib/charts/geometry/exposure-strips.ts';
import { markName } from '../../web/src/lib/charts/geometry/mark-name.ts';
import { rateLadder, type LadderRow } from '../../web/src/lib/charts/geometry/rate-ladder.ts';
import { wageBand } from '../../web/src/lib/charts/geometry/wage-band.ts';
import { exposureRows, ladderRows, wageYears } from './support/sample-rows.ts';

const measure = (text: string, size: number) => text.length * size * 0.55;
const rate = (value: number) => `$${Math.round(value)}`;
const ladderNames = { market: 'market median', offered: 'offered median' };
const ladder = (
  rows: readonly LadderRow[],
  width: number,
  market: { median: number; p10: number; p90: number },
  offered: number,
) => rateLadder(rows, { width, market, offered, names: ladderNames, rate, measure });

test('every rate lies on the plot, and its place grows with the rate', () => {
  const rates = fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(rates, fc.constantFrom(320, 720, 1100), (values, width) => {
      const rows = values.map((typical) => ({
        id: `${typical}`,
        label: 'x',
        detail: '',
        when: '',
        rate: rate(typical),
        typical,
      }));
      const { marks, plot } = ladder(rows, width, { median: 40, p10: 20, p90: 90 }, 60);
      const placed = marks
        .map(({ row, bar }) => ({ value: row.typical!, dot: bar!.dot! }))
        .toSorted((a, b) => a.value - b.value);
      for (const { dot } of placed) {
        expect(dot).toBeGreaterThanOrEqual(plot.x);
        expect(dot).toBeLessThanOrEqual(plot.x + plot.width);
      }
      expect(placed.map(({ dot }) => dot)).toEqual(placed.map(({ dot }) => dot).toSorted((a, b) => a - b));
    }),
  );
});

test('the words over the two medians have a line each and stay in the picture', () => {
  for (const width of [320, 720, 1100])
    for (const [median, offered] of [
      [49, 70],
      [70, 49],
      [50, 51],
      [5, 190],
    ] as const) {
      const { lines } = ladder(ladderRows, width, { median, p10: 1, p90: 90 }, offered);
      expect(new Set(lines.map(({ labelY }) => labelY)).size).toBe(2);
      for (const { labelX, anchor, text } of lines) {
        const room = measure(text, 13);
        expect(anchor === 'end' ? labelX - room : labelX).toBeGreaterThanOrEqual(-2);
        expect(anchor === 'end' ? labelX : labelX + room).toBeLessThanOrEqual(width + 2);
      }
    }
});

test('a wage band is as high as its percentiles, and runs on where the upper end is not published', () => {
  const placed = wageBand(wageYears, {
    width: 720,
    names: { p90: 'P90', median: 'median', p10: 'P10', offered: 'offered' },
    rate,
    measure,
  });
  const [, topCoded, last] = placed.marks;
  expect(topCoded!.open).not.toBeNull();
  expect(last!.open).toBeNull();
  const years = placed.marks.map(({ x }) => x);
  expect(years).toEqual(years.toSorted((a, b) => a - b));
  // A higher wage is drawn higher.
  expect(last!.y).toBeLessThan(placed.marks[0]!.y);
  const ends = placed.ends.map(({ y }) => y).toSorted((a, b) => a - b);
  for (const [index, y] of ends.entries())
    if (index > 0) expect(y - ends[index - 1]!).toBeGreaterThanOrEqual(16.9);
});

test('an exposure strip marks its score where it lies between zero and the highest, and nothing without a score', () => {
  const { strips } = exposureStrips(exposureRows, { width: 720, measure });
  const [known, unknown] = strips;
  expect(known!.own).toBeCloseTo(known!.left + 0.46 * (known!.right - known!.left), 0);
  expect(unknown!.own).toBeNull();
  expect(unknown!.base).toBeGreaterThan(known!.base + 42);
});

test('the name of a mark is what is seen in its order, then what it means', () => {
  expect(markName([['Financial', 'Managers'], '13', null, '', '$70'], ['Rates', false, 'Offered'])).toBe(
    'Financial Managers 13 $70 (Rates, Offered)',
  );
  expect(markName(['Lawyers'])).toBe('Lawyers');
});
