import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameHeading } from '../../web/src/lib/charts/geometry/frame-heading.ts';
import { packLanes } from '../../web/src/lib/charts/geometry/lanes.ts';
import { logTicks } from '../../web/src/lib/charts/geometry/log-ticks.ts';
import { spread } from '../../web/src/lib/charts/geometry/spread.ts';
import { clipText, wrapClipped, wrapText } from '../../web/src/lib/charts/geometry/text.ts';
import { yearMiddle, yearSpan } from '../../web/src/lib/charts/geometry/time.ts';
import { measureText } from '../../web/src/lib/charts/text-width.ts';

const words = fc.array(fc.stringMatching(/^[A-Za-zé]{1,14}$/), { minLength: 1, maxLength: 12 });
const wishes = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 400 }), size: fc.integer({ min: 4, max: 30 }) }),
  {
    maxLength: 12,
  },
);

test('wrapping loses no word, and no line of several words is too wide', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 300 }), (text, width) => {
      const lines = wrapText(text.join(' '), width, 13, measureText);
      expect(lines.join(' ')).toBe(text.join(' '));
      for (const line of lines)
        if (line.includes(' ')) expect(measureText(line, 13)).toBeLessThanOrEqual(width);
    }),
  );
});

test('clipped text fits and ends with an ellipsis when anything was cut', () => {
  expect(clipText('Registered Nurses', 400, 13, measureText)).toBe('Registered Nurses');
  const cut = clipText('Registered Nurses', 60, 13, measureText);
  expect(cut).toMatch(/…$/);
  expect(measureText(cut, 13)).toBeLessThanOrEqual(60);
});

test('text of more lines than allowed is clipped on the last', () => {
  const lines = wrapClipped(
    'Secondary school teachers, except special and career education',
    90,
    13,
    measureText,
    2,
  );
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
});

test('an accented letter is as wide as its base letter, and digits are all as wide', () => {
  expect(measureText('é', 100)).toBe(measureText('e', 100));
  expect(new Set([...'0123456789'].map((digit) => measureText(digit, 100))).size).toBe(1);
});

test('spread labels do not overlap, keep their order, and stay in the range when there is room', () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const centres = spread(all, 0, 420);
      const placed = all.map(({ at, size }, index) => ({ at, size, centre: centres[index]! }));
      placed.sort((a, b) => a.centre - b.centre);
      placed.forEach((one, index) => {
        const next = placed[index + 1];
        if (!next) return;
        expect(next.centre - next.size / 2).toBeGreaterThanOrEqual(one.centre + one.size / 2 - 1e-9);
        expect(next.at).toBeGreaterThanOrEqual(one.at);
      });
      const total = all.reduce((sum, { size }) => sum + size, 0);
      if (total > 420) return;
      for (const { centre, size } of placed) {
        expect(centre - size / 2).toBeGreaterThanOrEqual(-1e-9);
        expect(centre + size / 2).toBeLessThanOrEqual(420 + 1e-9);
      }
    }),
  );
});

test('a label alone stays where it wants to be', () => {
  expect(spread([{ at: 50, size: 20 }], 0, 100)).toEqual([50]);
});

test('stretches in one lane never meet', () => {
  const stretches = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 40 }))
      .map(([from, length]) => ({ from, to: from + length })),
  );
  fc.assert(
    fc.property(stretches, (all) => {
      const sorted = all.toSorted((a, b) => a.from - b.from);
      const lanes = packLanes(sorted, 2);
      sorted.forEach((one, index) => {
        sorted.slice(index + 1).forEach((other, later) => {
          if (lanes[index] === lanes[index + 1 + later])
            expect(other.from).toBeGreaterThanOrEqual(one.to + 2);
        });
      });
    }),
  );
});

test('ticks of a log scale lie in its range, powers of ten alone when it spans many', () => {
  expect(logTicks(40e6, 2e9)).toEqual([50e6, 100e6, 200e6, 500e6, 1e9, 2e9]);
  expect(logTicks(900, 5e9)).toEqual([1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]);
});

test('a partial date is a stretch of its own length', () => {
  expect(yearSpan('2025')).toEqual({ from: 2025, to: 2026 });
  expect(yearSpan('2024-12')).toEqual({ from: 2024 + 335 / 366, to: 2025 });
  expect(yearSpan('2025-01-01')).toEqual({ from: 2025, to: 2025 });
  expect(yearMiddle('2025')).toBe(2025.5);
});

test('a picture that stands alone has its words above and below the plot, and without words nothing moves', () => {
  expect(frameHeading(undefined, 320, 100, measureText)).toEqual({ lines: [], top: 0, height: 100 });
  const words = {
    headline: 'One contributor in eight wrote half of the prompts',
    subtitle: 'Share',
    notes: ['n 53'],
  };
  const placed = frameHeading(words, 320, 100, measureText);
  const note = placed.lines.at(-1)!;
  expect(note.y).toBeGreaterThan(placed.top + 100);
  expect(placed.height).toBeGreaterThan(note.y);
  for (const line of placed.lines)
    expect(measureText(line.text, line.size, line.strong ? 'headline' : 'regular')).toBeLessThanOrEqual(320);
});
