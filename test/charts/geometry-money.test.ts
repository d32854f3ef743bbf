import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, overlaps, type Box } from '../../web/src/lib/charts/geometry/box.ts';
import { evidenceTimeline } from '../../web/src/lib/charts/geometry/evidence-timeline.ts';
import { marketTimeline } from '../../web/src/lib/charts/geometry/market-timeline.ts';
import { payRanges } from '../../web/src/lib/charts/geometry/pay-ranges.ts';
import { rateAt, rateHistogram, shareBelow } from '../../web/src/lib/charts/geometry/rate-histogram.ts';
import { valueFlow } from '../../web/src/lib/charts/geometry/value-flow.ts';
import { measureText } from '../../web/src/lib/charts/text-width.ts';
import { english } from './support/formats.ts';
import { evidence, flow, marketSeries, payRows, rateQuantiles, sectors } from './support/sample-rows.ts';

const money = (value: number) => english.moneyInWords(value, 'USD');
const pay = (width: number) =>
  payRanges(payRows, {
    width,
    sectors,
    heads: { n: 'n', offered: 'offered', premium: 'premium' },
    rate: money,
    premium: (value, bounded) => `${bounded ? '≤ ' : ''}${english.change(value)}`,
    count: english.exact,
    measure: measureText,
  });

test.each([320, 720, 1100])(
  'pay at %i: every mark stays in the plot, and what leaves it is marked',
  (width) => {
    const { marks, plot, ticks } = pay(width);
    expect(ticks[0]).toMatchObject({ x: plot.x });
    for (const { bars } of marks) {
      for (const { x1, x2, y, beyond } of bars) {
        expect(contains(plot, { x: x1, y, width: x2 - x1, height: 0 })).toBe(true);
        if (beyond) expect(x2).toBe(plot.x + plot.width);
      }
    }
  },
);

test('pay: an end that nobody published is open, and a hidden row shows no number', () => {
  const [finance, physics] = ['13-2051', '19-2012'].map((id) =>
    pay(720).marks.find(({ row }) => row.id === id)!,
  );
  const lawyers = pay(720).marks.find(({ row }) => row.id === '23-1011')!;
  expect(lawyers.bars.filter(({ openLow }) => openLow)).toHaveLength(1);
  expect(lawyers.bars.filter(({ openHigh }) => openHigh)).toHaveLength(1);
  expect(finance!.premiumText.text).toBe('≤ +209%');
  expect(physics).toMatchObject({ offered: null, bars: [], premiumText: { text: '' } });
  expect(physics!.hatched?.reason).toBe('too few');
});

test('rates and shares are each other’s inverse, and both are monotone', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
      expect(shareBelow(rateQuantiles, rateAt(rateQuantiles, probability))).toBeCloseTo(probability, 6);
    }),
  );
});

test('the bars of a histogram and what lies beyond them are all engagements', () => {
  const names = { p25: 'p25', median: 'median', p75: 'p75', axis: 'rate' };
  const { bars, beyond, base } = rateHistogram({
    width: 720,
    quantiles: rateQuantiles,
    advertised: [],
    rate: money,
    share: english.percent,
    names,
    measure: measureText,
  });
  expect(bars.reduce((sum, { share }) => sum + share, 0) + beyond).toBeCloseTo(1, 9);
  const [tallest] = bars.toSorted((a, b) => b.share - a.share);
  for (const bar of bars) {
    expect(bar.y + bar.height).toBeCloseTo(base, 1);
    expect(bar.height / tallest!.height).toBeCloseTo(bar.share / tallest!.share, 2);
  }
});

test.each([320, 720])(
  'evidence at %i: dots of a row do not meet, and one dot stands for equal events',
  (width) => {
    const { rows } = evidenceTimeline(evidence, { width, rows: sectors, measure: measureText });
    const dots = rows.flatMap(({ placed }) => placed);
    expect(dots.reduce((sum, { count }) => sum + count, 0)).toBe(evidence.length);
    for (const { placed } of rows) {
      placed.forEach((one, index) => {
        for (const other of placed.slice(index + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.r + other.r - 0.02);
        }
      });
    }
  },
);

test.each([320, 720, 1100])(
  'market at %i: equal factors are equal heights, and no value covers a dot or another',
  (width) => {
    const { series, plot } = marketTimeline(marketSeries, { width, money, measure: measureText });
    const points = series.flatMap((line) => line.points);
    const y = (value: number) => points.find(({ point }) => point.value === value)!.y;
    expect(y(50e6) - y(100e6)).toBeCloseTo(y(500e6) - y(1000e6 / 2) + (y(50e6) - y(100e6)), 6);
    expect((y(75e6) - y(450e6)) / Math.log(6)).toBeCloseTo((y(50e6) - y(500e6)) / Math.log(10), 0);
    const boxes: Box[] = points.flatMap(({ label }) => {
      if (!label) return [];
      const own = measureText(label.text, 13);
      const x =
        label.anchor === 'middle' ? label.x - own / 2 : label.anchor === 'end' ? label.x - own : label.x;
      return [{ x, y: label.y - 10, width: own, height: 11 }];
    });
    boxes.forEach((box, index) => {
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
      for (const { x, y: at } of points)
        expect(overlaps(box, { x: x - 3, y: at - 3, width: 6, height: 6 })).toBe(false);
    });
    for (const { x, y: at } of points) expect(contains(plot, { x, y: at, width: 0, height: 0 })).toBe(true);
  },
);

test('market: a fact known to its year alone spans the year and is joined to nothing', () => {
  const { series } = marketTimeline(marketSeries, { width: 720, money, measure: measureText });
  const micro1 = series.find(({ series: { key } }) => key === 'micro1')!;
  const year = micro1.points.find(({ point }) => point.date === '2025')!;
  expect(year.to - year.from).toBeGreaterThan(50);
  expect(micro1.path.match(/[ML]/g)).toEqual(['M', 'L']);
});

test.each([320, 720])('flow at %i: ribbons and nodes are as thick as what they carry', (width) => {
  const { nodes, links } = valueFlow(flow.nodes, flow.links, {
    width,
    columns: ['a', 'b', 'c'],
    money,
    measure: measureText,
  });
  const unit = links[0]!.thickness / links[0]!.link.value;
  for (const { link, thickness } of links) expect(thickness / link.value / unit).toBeCloseTo(1, 2);
  const meta = nodes.find(({ node }) => node.key === 'meta')!;
  expect(meta.box.height / unit).toBeCloseTo(600e6, -7);
  nodes.forEach(({ box }, index) => {
    for (const other of nodes.slice(index + 1)) expect(overlaps(box, other.box)).toBe(false);
  });
});
