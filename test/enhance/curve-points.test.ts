import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampTop, curvePoints, keyedTop } from '../../web/src/enhance/curve-points.ts';
import { lorenzCurve } from '../../web/src/lib/charts/geometry/lorenz-curve.ts';
import { lorenzTop } from '../../web/src/lib/charts/geometry/lorenz-top.ts';
import { measureText } from '../../web/src/lib/charts/text-width.ts';
import { english } from '../charts/support/formats.ts';
import { lorenzOf } from '../charts/support/sample-rows.ts';

const drawn = (powers: readonly number[], top: number, width: number) =>
  lorenzCurve(
    powers.map((power) => ({ key: `${power}`, label: `power ${power}`, points: lorenzOf(power, 101) })),
    {
      width,
      top,
      topLabel: 'by the top {top}',
      axes: { x: 'contributors', y: 'output' },
      share: english.percent,
      measure: measureText,
    },
  );

describe('the top fraction, moved in the browser', () => {
  test('stands where the server would have drawn it, read off the curves of the picture alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom([3], [2, 5], [1.1, 2, 4, 9]),
        fc.constantFrom(320, 720),
        (tenths, powers, width) => {
          const top = tenths / 1000;
          const before = drawn(powers, 0.2, width);
          const { plot, axisEnd, curves } = before;
          const moved = lorenzTop(
            curves.map(({ curve, series }) => ({ label: series.label, points: curvePoints(curve, plot) })),
            {
              width,
              plot,
              axisEnd,
              top,
              topLabel: 'by the top {top}',
              size: width < 480 ? 13.5 : 13,
              share: english.percent,
              measure: measureText,
            },
          );
          const { tops } = drawn(powers, top, width);
          expect(moved.strip).toEqual(tops.strip);
          expect(moved.words).toBe(tops.words);
          moved.curves.forEach(({ share, edge }, i) => {
            expect(share).toBeCloseTo(tops.curves[i]!.share, 4);
            // Both are rounded to a tenth of a pixel, and may fall to either side of one.
            expect(Math.abs(edge.y - tops.curves[i]!.edge.y)).toBeLessThan(0.101);
          });
        },
      ),
    );
  });
});

describe('the keys of the handle', () => {
  test.each([
    ['ArrowLeft', 20, 21],
    ['ArrowUp', 20, 21],
    ['ArrowRight', 20, 19],
    ['PageUp', 95, 100],
    ['PageDown', 5, 0.1],
    ['Home', 50, 0.1],
    ['End', 50, 100],
  ])('%s moves %d percent to %d', (key, from, to) => {
    expect(keyedTop(key, from, 0.1, false)).toBe(to);
  });

  test('step finely with Shift, in whole percents where the ledger tells no finer, and leave others alone', () => {
    expect(keyedTop('ArrowLeft', 20, 0.1, true)).toBe(20.1);
    expect(keyedTop('ArrowLeft', 20, 1, true)).toBe(21);
    expect(keyedTop('Home', 20, 1, false)).toBe(1);
    expect(keyedTop('Escape', 20, 0.1, false)).toBeUndefined();
    expect(keyedTop('Tab', 20, 0.1, false)).toBeUndefined();
  });

  test('never leave the range, and stay on the steps', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 200, noNaN: true }), fc.constantFrom(0.1, 1), (top, step) => {
        const clamped = clampTop(top, step);
        expect(clamped).toBeGreaterThanOrEqual(step);
        expect(clamped).toBeLessThanOrEqual(100);
        expect(Math.abs(clamped / step - Math.round(clamped / step))).toBeLessThan(1e-9);
      }),
    );
  });
});
