import { readdirSync, readFileSync } from 'node:fs';
import type { Component } from 'svelte';
import { expect, test } from 'vitest';
import BusFactorStrip from '../../web/src/lib/charts/BusFactorStrip.svelte';
import DifferencePlot from '../../web/src/lib/charts/DifferencePlot.svelte';
import CountMatrix from '../../web/src/lib/charts/CountMatrix.svelte';
import EventLanes from '../../web/src/lib/charts/EventLanes.svelte';
import EvidenceTimeline from '../../web/src/lib/charts/EvidenceTimeline.svelte';
import ExposureStrips from '../../web/src/lib/charts/ExposureStrips.svelte';
import ForestPlot from '../../web/src/lib/charts/ForestPlot.svelte';
import LorenzCurve from '../../web/src/lib/charts/LorenzCurve.svelte';
import LorenzMultiples from '../../web/src/lib/charts/LorenzMultiples.svelte';
import MatchBars from '../../web/src/lib/charts/MatchBars.svelte';
import MarketTimeline from '../../web/src/lib/charts/MarketTimeline.svelte';
import OccupationTreemap from '../../web/src/lib/charts/OccupationTreemap.svelte';
import PayRanges from '../../web/src/lib/charts/PayRanges.svelte';
import QuarterColumns from '../../web/src/lib/charts/QuarterColumns.svelte';
import RankedDots from '../../web/src/lib/charts/RankedDots.svelte';
import RateHistogram from '../../web/src/lib/charts/RateHistogram.svelte';
import RateLadder from '../../web/src/lib/charts/RateLadder.svelte';
import StageBar from '../../web/src/lib/charts/StageBar.svelte';
import ValueFlow from '../../web/src/lib/charts/ValueFlow.svelte';
import WageBand from '../../web/src/lib/charts/WageBand.svelte';
import { draw, readable } from './support/draw.ts';
import { english, french } from './support/formats.ts';
import * as rows from './support/sample-rows.ts';

type Chart = [name: string, component: Component, props: Record<string, unknown>];

const stages = ['Untouched', 'Recruited', 'Measured', 'Converting', 'Contested'];
const axes = { x: 'Contributors, from the least to the most productive', y: 'Share of the output' };
const lorenzLabels = {
  axes,
  equality: 'equality',
  top: 'by the top {top}',
  handle: 'Top share',
  point: ({ label }: { label: string }, { populationShare }: { populationShare: number }) =>
    `${label} at ${populationShare}`,
};
const series = [2, 5].map((power) => ({
  key: `p${power}`,
  label: `Power ${power}`,
  points: rows.lorenzOf(power),
  hollow: power === 2,
}));
const panels = series.map((one) => ({ ...one, n: 40, href: `/concentration?sector=${one.key}` }));
const hidden = { key: 'hidden', label: 'Hidden', n: 4, points: [], suppressed: 'Fewer than 10 contributors' };

const charts: Chart[] = [
  [
    'forest-plot',
    ForestPlot,
    {
      rows: rows.forestRows,
      groups: [
        { key: 'OPEN', label: 'Open ledgers' },
        { key: 'CAPPED', label: 'Capped' },
        { key: 'ASSIGNED', label: 'Assigned' },
      ],
      columns: [
        { key: 'top10', label: 'Top 10%' },
        { key: 'top20', label: 'Top 20%' },
      ],
      reference: { value: 0.5, label: 'half of the output' },
      labels: { n: 'n' },
    },
  ],
  ['lorenz-curve', LorenzCurve, { series: series.slice(1), labels: lorenzLabels }],
  ['lorenz-curves', LorenzCurve, { series, labels: lorenzLabels }],
  [
    'lorenz-hidden',
    LorenzCurve,
    {
      series: [{ key: 'own', label: 'Own', points: [], suppressed: 'Fewer than 10 contributors' }],
      labels: lorenzLabels,
    },
  ],
  [
    'lorenz-multiples',
    LorenzMultiples,
    { panels: [...panels, hidden], reference: rows.lorenzOf(4), labels: { n: 'n' } },
  ],
  [
    'pay-ranges',
    PayRanges,
    {
      rows: rows.payRows,
      sectors: rows.sectors,
      currency: 'USD',
      labels: {
        n: 'n',
        offered: 'offered',
        premium: 'premium',
        key: { offered: 'offered median', typical: 'typical', range: 'range', upTo: 'up to', band: 'market' },
      },
    },
  ],
  [
    'rate-histogram',
    RateHistogram,
    {
      quantiles: rows.rateQuantiles,
      advertised: [
        { key: 'a', label: 'Advertised', low: 6, high: 12, median: 8 },
        { key: 'b', label: 'up to 15', high: 15 },
      ],
      currency: 'USD',
      labels: { p25: 'lower quartile', median: 'median', p75: 'upper quartile', axis: 'dollars an hour' },
    },
  ],
  [
    'occupation-treemap',
    OccupationTreemap,
    {
      cells: rows.cells,
      sectors: rows.sectors,
      labels: { cell: (cell: { label: string }) => cell.label, stages },
    },
  ],
  [
    'stage-bar',
    StageBar,
    {
      rows: [
        { key: 'all', label: 'All occupations', shares: [0.58, 0.08, 0.22, 0.08, 0.04], lead: true },
        { key: 'law', label: 'Law', href: '/conversion?sector=law', shares: [0.17, 0.13, 0, 0.7, 0] },
      ],
      labels: { stages },
    },
  ],
  ['evidence-timeline', EvidenceTimeline, { events: rows.evidence, rows: rows.sectors, labels: { stages } }],
  ['market-timeline', MarketTimeline, { series: rows.marketSeries, currency: 'USD' }],
  [
    'value-flow',
    ValueFlow,
    { ...rows.flow, currency: 'USD', labels: { columns: ['Laboratories', 'Platforms', 'Experts'] } },
  ],
  [
    'ranked-dots',
    RankedDots,
    {
      rows: [
        { id: 'a', label: 'MMTEB points', value: 0.648, low: 0.56, high: 0.7, lit: true },
        {
          id: 'b',
          label: 'SQuALITY summaries',
          value: 0.363,
          hollow: true,
          href: '/concentration?ledger=squality',
        },
        { id: 'c', label: 'A ledger of your own', value: null, suppressed: 'Fewer than 10 contributors' },
      ],
      value: (value: number) => value.toFixed(2),
      end: 1,
      labels: { axis: 'Gini coefficient' },
    },
  ],
  [
    'rate-ladder',
    RateLadder,
    {
      rows: rows.ladderRows,
      market: { median: 49.4, p10: 30.6, p90: 87 },
      offered: 70,
      currency: 'USD',
      labels: {
        market: 'market median $49.40',
        offered: 'offered median $70',
        key: { typical: 'typical', range: 'range', upTo: 'up to', band: 'market' },
      },
    },
  ],
  [
    'wage-band',
    WageBand,
    {
      years: rows.wageYears,
      offered: 70,
      currency: 'USD',
      labels: {
        p90: 'P90',
        median: 'median',
        p10: 'P10',
        offered: 'offered',
        year: ({ year }: { year: number }) => `${year}`,
      },
    },
  ],
  [
    'exposure-strips',
    ExposureStrips,
    {
      rows: rows.exposureRows,
      labels: { zero: '0' },
    },
  ],
  [
    'difference-plot',
    DifferencePlot,
    {
      groups: [
        {
          key: 'evals',
          heading: 'MMTEB points against OpenAI Evals, open call',
          rows: [
            {
              id: 'gini',
              label: 'Gini coefficient',
              value: 0.51,
              low: 0.43,
              high: 0.59,
              text: '+0.51 (+0.43 to +0.59)',
              verdict: 'more concentrated, beyond chance',
              lit: true,
            },
            {
              id: 'top',
              label: 'Top 20%',
              value: -0.02,
              text: '−2 points',
              verdict: 'too few to tell',
              hollow: true,
            },
          ],
        },
        {
          key: 'own',
          heading: 'MMTEB points against a ledger of your own',
          rows: [
            {
              id: 'own',
              label: 'Gini',
              value: null,
              text: '',
              verdict: '',
              suppressed: 'Fewer than 10 contributors',
            },
          ],
        },
      ],
      tick: (value: number) => value.toFixed(1),
      labels: { sides: { left: 'less concentrated', right: 'more concentrated' } },
    },
  ],
  [
    'bus-factor-strip',
    BusFactorStrip,
    {
      shares: [0.3, 0.25, 0.2, 0.15, 0.1],
      busFactor: 2,
      labels: { key: '2 of 5 wrote half', rest: 'the other 3' },
    },
  ],
  [
    'bus-factor-strip-with-range',
    BusFactorStrip,
    {
      shares: [0.3, 0.25, 0.2, 0.15, ...Array.from({ length: 400 }, () => 0.1 / 400)],
      busFactor: 2,
      range: { low: 1, high: 4 },
      hrefs: ['/experts/a', undefined],
      say: ({ rank }: { rank: number }) => `Rank ${rank}`,
      labels: { key: '2 of 404 wrote half', rest: 'the other 402' },
    },
  ],
  [
    'bus-factor-strip-kept',
    BusFactorStrip,
    { shares: [], busFactor: 18, labels: { key: '18 of 80 hold half', rest: 'the other 62' } },
  ],
  [
    'bus-factor-strip-hidden',
    BusFactorStrip,
    { shares: [], busFactor: 0, suppressed: 'Fewer than 10 contributors', labels: { key: '', rest: '' } },
  ],
  [
    'quarter-columns',
    QuarterColumns,
    {
      values: [
        { quarter: '2023-Q4', value: 1200 },
        { quarter: '2024-Q1', value: null },
        { quarter: '2024-Q4', value: 300 },
      ],
      value: (value: number) => value.toFixed(0),
      say: (quarter: string, value: number | null) => `${quarter}: ${value ?? 'withheld'}`,
    },
  ],
  [
    'match-bars',
    MatchBars,
    {
      rows: rows.matchRows,
      value: (score: number) => (score * 100).toFixed(0),
      columns: [
        { key: 'PROFESSION', label: 'Profession' },
        { key: 'RATE', label: 'Rate' },
        { key: 'AVAILABILITY', label: 'Availability' },
      ],
    },
  ],
  ['event-lanes', EventLanes, { events: rows.laneEvents, rows: rows.sectors.slice(0, 2) }],
  [
    'count-matrix',
    CountMatrix,
    {
      entries: rows.matrixEntries,
      rows: rows.sectors,
      columns: [
        { key: 'bank', label: 'Bank', lit: true },
        { key: 'licence', label: 'Licence to practise' },
        { key: 'years', label: 'Years' },
      ],
      labels: { total: 'Total' },
    },
  ],
  [
    'ranked-dots-against',
    RankedDots,
    {
      rows: [
        { id: 'a', label: 'A report', value: 375, lit: true },
        { id: 'b', label: 'Its retelling', value: 150, hollow: true },
      ],
      value: (value: number) => String(value),
      reference: { value: 200, label: 'claimed: 200' },
      labels: { axis: 'dollars an hour' },
    },
  ],
];

const common = { title: 'The finding', description: 'The finding with its numbers.' };
const drawn = ([, component, props]: Chart, more: Record<string, unknown>): string =>
  draw(component, { ...common, format: english, width: 720, ...props, ...more });

test.each(charts)('%s is drawn as it was, wide', async (...chart) => {
  await expect(readable(drawn(chart, {}))).toMatchFileSnapshot(`snapshots/${chart[0]}.wide.svg`);
});

test.each(charts)('%s is drawn as it was, narrow and in French', async (...chart) => {
  const svg = drawn(chart, { width: 320, format: french });
  await expect(readable(svg)).toMatchFileSnapshot(`snapshots/${chart[0]}.narrow.svg`);
});

test.each(charts)('%s says its finding, and hides no link inside an image', (...chart) => {
  const svg = drawn(chart, {});
  const named = /aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(svg)!;
  expect(svg).toContain(`<title id="${named[1]}">The finding</title>`);
  expect(svg).toContain(`<desc id="${named[2]}">The finding with its numbers.</desc>`);
  expect(svg).toContain(svg.includes('<a ') ? 'role="group"' : 'role="img"');
  for (const [, attributes = '', inside = ''] of svg.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)) {
    expect(`${attributes} ${inside}`).toMatch(/aria-label="[^"]+"|<title>[^<]+|<text[^>]*>.+/);
  }
});

test.each(charts)(
  '%s has text of 12 px and more, finite numbers, and every colour with a fallback',
  (...chart) => {
    for (const width of [320, 720, 1100]) {
      const svg = drawn(chart, { width });
      for (const [, size] of svg.matchAll(/font-size="([\d.]+)"/g))
        expect(Number(size)).toBeGreaterThanOrEqual(12);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|"null"/);
      for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)) {
        expect(colour).toMatch(/^(none|transparent|var\(--[\w-]+, #[0-9a-f]{6}\)|url\(#.+\))$/);
      }
    }
  },
);

test.each(charts)(
  '%s bears the mark of simulated numbers, and all its words when it stands alone',
  (...chart) => {
    const heading = {
      headline: 'A headline',
      subtitle: 'A subtitle',
      notes: ['n 98', 'Source: a ledger, CC BY 4.0'],
    };
    const svg = drawn(chart, { simulated: true, heading });
    for (const word of ['SIMULATED', 'A headline', 'A subtitle', 'n 98', 'Source: a ledger, CC BY 4.0']) {
      expect(svg).toContain(`>${word}</text>`);
    }
    expect(drawn(chart, {})).not.toContain('SIMULATED');
  },
);

test('a hidden number is hatched and gives its reason', () => {
  for (const name of [
    'bus-factor-strip-hidden',
    'lorenz-hidden',
    'lorenz-multiples',
    'difference-plot',
    'pay-ranges',
    'ranked-dots',
  ]) {
    const svg = drawn(
      charts.find(([key]) => key === name)!,
      {},
    );
    expect(svg).toMatch(/fill="url\(#[^"]+-hatch\)"/);
    expect(svg).toMatch(/Fewer than|too few/);
  }
});

test('every chart is among these, and so has its pictures kept', () => {
  const components = readdirSync(new URL('../../web/src/lib/charts', import.meta.url))
    .filter((file) => file.endsWith('.svelte') && file !== 'Responsive.svelte')
    .map((file) => file.replace('.svelte', ''));
  // A component knows no name of its own once compiled: this file's imports and rows do.
  const here = readFileSync(new URL(import.meta.url), 'utf8');
  const rowsOf = (name: string) =>
    new RegExp(`^ {2}(\\[|  )'[a-z-]+',\\s+${name},|^ {2}\\['[a-z-]+', ${name},|^ {4}${name},$`, 'm');
  expect(components.filter((name) => !rowsOf(name).test(here))).toEqual([]);
});

test.each(charts.filter(([name]) => /^(ranked-dots|bus-factor|quarter|match)/.test(name)))(
  'every mark of %s says what it is',
  (...chart) => {
    for (const [mark] of drawn(chart, {}).matchAll(/<(\w+)[^>]*data-mark[^>]*>(.*?)<\/\1>/gs))
      expect(mark).toMatch(/aria-label="[^"]+"|<title>[^<]+/);
  },
);

test.each(charts)('a link of %s is called by what is seen of it', (...chart) => {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? '';
  for (const width of [320, 720]) {
    const svg = drawn(chart, { width }).replaceAll(/<title>[^<]*<\/title>/g, '');
    for (const [, attributes = '', inside = ''] of svg.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)) {
      const name = /aria-label="([^"]+)"/.exec(attributes)?.[1];
      const seen = wordsOf(inside.replaceAll(/<[^>]+>/g, ''));
      if (name !== undefined && seen !== '') expect(` ${wordsOf(name)} `).toContain(` ${seen} `);
    }
  }
});
