import fc from 'fast-check';
import { expect, test } from 'vitest';
import { busFactorStrip } from '../../web/src/lib/charts/geometry/bus-factor-strip.ts';
import { differencePlot } from '../../web/src/lib/charts/geometry/difference-plot.ts';
import { forestPlot } from '../../web/src/lib/charts/geometry/forest-plot.ts';
import { lorenzCurve } from '../../web/src/lib/charts/geometry/lorenz-curve.ts';
import { measureShareAt, topShareOf } from '../../web/src/lib/charts/geometry/lorenz-top.ts';
import { lorenzMultiples } from '../../web/src/lib/charts/geometry/lorenz-multiples.ts';
import { rankedDots } from '../../web/src/lib/charts/geometry/ranked-dots.ts';
import { stageBar } from '../../web/src/lib/charts/geometry/stage-bar.ts';
import { contains, overlaps } from '../../web/src/lib/charts/geometry/box.ts';
import { measureText } from '../../web/src/lib/charts/text-width.ts';
import { english } from './support/formats.ts';
import { forestRows, lorenzOf } from './support/sample-rows.ts';

const share = english.percent;
/** How far a length that is rounded to a tenth of a pixel may be from what it stands for. */
const rounding = 0.0501;
const forest = (width: number) =>
  forestPlot(forestRows, {
    width,
    groups: ['OPEN', 'CAPPED', 'ASSIGNED'].map((key) => ({ key, label: key })),
    columns: [10, 20].map((top) => ({ key: `top${top}`, label: `Top ${top}%` })),
    reference: { value: 0.5, label: 'half' },
    nLabel: 'n',
    share,
    count: english.exact,
    measure: measureText,
  });

test.each([320, 720, 1100])(
  'forest plot at %i: rows are sorted in their groups and apart, dots lie in the plot',
  (width) => {
    const { marks, plot, height } = forest(width);
    expect(marks.map(({ row }) => row.id)).toEqual([
      'mmteb',
      'crowdspeech',
      'openai-evals',
      'prism',
      'squality',
    ]);
    marks.forEach(({ box, dots }, index) => {
      const next = marks[index + 1];
      if (next) expect(overlaps(box, next.box, -0.01)).toBe(false);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      for (const { x, y } of dots) expect(contains(plot, { x, y, width: 0, height: 0 })).toBe(true);
    });
  },
);

test('forest plot: a share of half lies on the claimed line, and a larger share further right', () => {
  const { marks, reference, plot } = forest(720);
  const x = (value: number) => plot.x + value * plot.width;
  expect(reference.x).toBeCloseTo(x(0.5), 0);
  for (const { row, dots } of marks)
    for (const dot of dots) expect(dot.x).toBeCloseTo(x(row.points[dot.column]!.value), 0);
});

test('forest plot: no interval is drawn where none is given', () => {
  const squality = forest(720).marks.find(({ row }) => row.id === 'squality')!;
  expect(squality.dots.every((dot) => !('low' in dot))).toBe(true);
});

const lorenz = (width: number, powers: number[]) =>
  lorenzCurve(
    powers.map((power) => ({ key: `${power}`, label: `power ${power}`, points: lorenzOf(power) })),
    {
      width,
      top: 0.2,
      topLabel: 'by the top fifth',
      axes: { x: 'contributors', y: 'output' },
      share,
      measure: measureText,
    },
  );

test.each([320, 720])('Lorenz curve at %i: the plot is a square inside the picture', (width) => {
  const { plot, height } = lorenz(width, [3]);
  expect(plot.width).toBe(plot.height);
  expect(contains({ x: 0, y: 0, width, height }, plot)).toBe(true);
});

test('the top share is what the curve leaves above the top fraction', () => {
  expect(measureShareAt(lorenzOf(2, 101), 0.8)).toBeCloseTo(0.64, 10);
  expect(topShareOf({ label: '', points: lorenzOf(2, 101) }, 0.2)).toBeCloseTo(0.36, 10);
  expect(topShareOf({ label: '', points: [], topShare: 0.4 }, 0.2)).toBe(0.4);
  // Of 10 people the top 15 % are two of them.
  expect(topShareOf({ label: '', points: lorenzOf(2, 101), n: 10 }, 0.15)).toBeCloseTo(0.36, 10);
});

test('interpolation on a Lorenz polygon is monotone and never above the line of equality', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (power, at) => {
        const value = measureShareAt(lorenzOf(power), at);
        expect(value).toBeLessThanOrEqual(at + 1e-9);
        expect(measureShareAt(lorenzOf(power), Math.min(1, at + 0.01))).toBeGreaterThanOrEqual(value);
      },
    ),
  );
});

test('names beside several curves do not overlap, in the order of the curves', () => {
  const { labels } = lorenz(720, [1.2, 1.25, 1.3, 8]).tops;
  const tops = labels.map(({ y, lines }) => ({ top: y - 11, bottom: y + (lines.length - 1) * 15.5 + 3 }));
  tops.forEach(({ bottom }, index) => {
    const next = tops[index + 1];
    if (next) expect(next.top).toBeGreaterThanOrEqual(bottom);
  });
});

test('small multiples stand most concentrated first, hidden ones last, without overlap', () => {
  const panels = [1.5, 6, 3, 9].map((power) => ({
    key: `${power}`,
    label: `power ${power}`,
    n: 50,
    points: lorenzOf(power),
  }));
  const hidden = { key: 'hidden', label: 'hidden', n: 4, points: [], suppressed: 'too few contributors' };
  const { panels: placed } = lorenzMultiples([hidden, ...panels], {
    width: 320,
    top: 0.2,
    measure: measureText,
  });
  expect(placed.map(({ panel }) => panel.key)).toEqual(['9', '6', '3', '1.5', 'hidden']);
  placed.forEach(({ plot }, index) => {
    for (const other of placed.slice(index + 1)) expect(overlaps(plot, other.plot)).toBe(false);
  });
});

const shares = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => parts.map((part) => part / parts.reduce((a, b) => a + b, 0)));

test('the segments of a stage bar fill it, each as long as its share', () => {
  fc.assert(
    fc.property(shares, fc.constantFrom(320, 720), (parts, width) => {
      const rows = [{ key: 'all', label: 'All', shares: parts, lead: true }];
      const {
        rows: [bar],
        labels,
      } = stageBar(rows, { width, names: ['a', 'b', 'c', 'd', 'e'], share, measure: measureText });
      const total = bar!.segments.reduce((sum, segment) => sum + segment.width, 0);
      expect(Math.abs(total - width)).toBeLessThan(5 * rounding);
      for (const { step, width: length } of bar!.segments)
        expect(Math.abs(length - parts[step]! * width)).toBeLessThan(rounding);
      expect(labels.map(({ step }) => step)).toEqual(bar!.segments.map(({ step }) => step));
    }),
  );
});

test('sectors stand by how far they have come, under the whole', () => {
  const row = (key: string, ...shares: number[]) => ({ key, label: key, shares, lead: key === 'all' });
  const rows = [
    row('early', 0.2, 0.8, 0, 0, 0),
    row('late', 0.5, 0, 0, 0.4, 0.1),
    row('none', 1, 0, 0, 0, 0),
    row('all', 0.6, 0.3, 0, 0.1, 0),
  ];
  const placed = stageBar(rows, { width: 720, names: [], share, measure: measureText });
  expect(placed.rows.map(({ row: { key } }) => key)).toEqual(['all', 'late', 'early', 'none']);
});

test('ranked dots start at zero, fall in value, and put hidden rows last', () => {
  const rows = [
    { id: 'a', label: 'a', value: 0.2, low: 0.1, high: 0.4 },
    { id: 'b', label: 'b', value: null, suppressed: 'hidden' },
    { id: 'c', label: 'c', value: 0.7 },
  ];
  const { marks, zero, plot, ticks } = rankedDots(rows, {
    width: 720,
    value: (value) => share(value),
    axis: 'Gini',
    end: 1,
    measure: measureText,
  });
  expect(marks.map(({ row }) => row.id)).toEqual(['c', 'a', 'b']);
  expect(zero).toBe(plot.x);
  expect(ticks[0]!.x).toBe(zero);
  expect(marks[1]!.dot).toMatchObject({ x: expect.closeTo(plot.x + 0.2 * plot.width, 1) as number });
});

test('the strip of shares fills its width, and the bracket ends where the key contributors do', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 80 }), (totals) => {
      const { segments, blocks, bracket } = busFactorStrip({
        width: 720,
        shares: totals,
        busFactor: 1,
        label: 'l',
        rest: 'r',
        measure: measureText,
      });
      const covered = [...segments, blocks.key, blocks.others].reduce(
        (sum, part) => sum + (part?.width ?? 0),
        0,
      );
      expect(Math.abs(covered - 720)).toBeLessThan((segments.length + 2) * rounding);
      const largest = Math.max(...totals) / totals.reduce((a, b) => a + b, 0);
      expect(Math.abs(Number(/h([\d.]+)v/.exec(bracket)![1]) - largest * 720)).toBeLessThan(rounding);
    }),
  );
});

test.each([320, 720])(
  'differences at %i: zero is in the middle, an interval that misses it lies on one side, and no text on another',
  (width) => {
    const row = (id: string, value: number, low: number, high: number) => ({
      id,
      label: 'Share of the top 20%',
      value,
      low,
      high,
      text: '+20.0 points (+17.4 points to +22.0 points)',
      verdict: 'more concentrated, beyond chance',
    });
    const groups = [
      {
        key: 'a',
        heading: 'One against another',
        rows: [row('more', 0.3, 0.1, 0.5), row('less', -0.2, -0.4, -0.1)],
      },
    ];
    const { marks, zero, plot, height } = differencePlot(groups, {
      width,
      tick: (value) => value.toFixed(2),
      sides: { left: 'less concentrated', right: 'more concentrated' },
      measure: measureText,
    });
    expect(zero).toBeCloseTo(plot.x + plot.width / 2, 0);
    const [more, less] = marks.map(({ dot }) => dot!);
    expect(more!.low).toBeGreaterThan(zero);
    expect(less!.high).toBeLessThan(zero);
    for (const { dot, box, label, value, verdict } of marks) {
      expect(contains(plot, { x: dot!.low!, y: dot!.y, width: dot!.high! - dot!.low!, height: 0 })).toBe(
        true,
      );
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      const lines = width < 480 ? [label.y, value.y, verdict.y, dot!.y - 6] : [value.y, verdict.y];
      lines.slice(1).forEach((y, index) => expect(y - lines[index]!).toBeGreaterThan(10));
    }
  },
);
