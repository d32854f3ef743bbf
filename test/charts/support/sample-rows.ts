import type { MatrixEntry } from '../../../web/src/lib/charts/geometry/count-matrix.ts';
import type { LaneEvent } from '../../../web/src/lib/charts/geometry/event-lanes.ts';
import type { EvidenceEvent } from '../../../web/src/lib/charts/geometry/evidence-timeline.ts';
import type { ExposureRow } from '../../../web/src/lib/charts/geometry/exposure-strips.ts';
import type { ForestRow } from '../../../web/src/lib/charts/geometry/forest-plot.ts';
import type { LorenzPoint } from '../../../web/src/lib/charts/geometry/lorenz-curve.ts';
import type { MarketSeries } from '../../../web/src/lib/charts/geometry/market-timeline.ts';
import type { MatchRow } from '../../../web/src/lib/charts/geometry/match-bars.ts';
import type { OccupationCell } from '../../../web/src/lib/charts/geometry/occupation-treemap.ts';
import type { PayRow } from '../../../web/src/lib/charts/geometry/pay-ranges.ts';
import type { LadderRow } from '../../../web/src/lib/charts/geometry/rate-ladder.ts';
import type { WageYear } from '../../../web/src/lib/charts/geometry/wage-band.ts';

/** Rows as the pages hand them over: the ledgers' published figures, and a few of each awkward kind. */
export const forestRows: ForestRow[] = [
  ledger('mmteb', 'MMTEB points', 'OPEN', 98, [0.529, 0.42, 0.62], [0.712, 0.62, 0.78]),
  ledger('openai-evals', 'OpenAI Evals', 'OPEN', 389, [0.216, 0.19, 0.25], [0.327, 0.3, 0.36]),
  ledger('crowdspeech', 'CrowdSpeech transcripts', 'OPEN', 2776, [0.499, 0.48, 0.52], [0.674, 0.66, 0.69]),
  ledger('prism', 'PRISM conversations', 'CAPPED', 1396, [0.105, 0.104, 0.106], [0.21, 0.209, 0.211]),
  { ...ledger('squality', 'SQuALITY summaries', 'ASSIGNED', 24, [0.244], [0.378]), hollow: true },
];

function ledger(id: string, label: string, group: string, n: number, ...shares: number[][]): ForestRow {
  const points = shares.map(([value = 0, low, high], index) => ({
    key: `top${(index + 1) * 10}`,
    value,
    low,
    high,
  }));
  return { id, label, href: `/concentration?ledger=${id}`, group, n, points };
}

/** L(p) = p^k with a band: convex, from (0, 0) to (1, 1). */
export const lorenzOf = (power: number, points = 21): LorenzPoint[] =>
  Array.from({ length: points }, (_, index) => {
    const populationShare = index / (points - 1);
    const measureShare = populationShare ** power;
    return {
      populationShare,
      measureShare,
      low: measureShare * (0.8 + 0.2 * populationShare),
      high: measureShare + 0.1 * populationShare * (1 - populationShare),
    };
  });

export const sectors = ['Law', 'Finance', 'Science & Mathematics', 'General/Other'].map((label) => ({
  key: label,
  label,
}));

/** Sixty occupations whose sizes span four powers of ten, as the real ones do. */
export const cells: OccupationCell[] = Array.from({ length: 60 }, (_, index) => ({
  id: `11-${1000 + index}`,
  label: [
    'Lawyers',
    'Accountants and Auditors',
    'Registered Nurses',
    'First-Line Supervisors of Retail Sales Workers',
  ][index % 4]!,
  sector: sectors[(index * 7) % 4]!.key,
  value: Math.round(4_000_000 / (1 + index) ** 1.7),
  stage: (index % 5) as OccupationCell['stage'],
}));

export const payRows: PayRow[] = [
  {
    id: '23-1011',
    label: 'Lawyers',
    sector: 'Law',
    n: 4,
    market: { p10: 38.1, median: 76.76, p90: 170 },
    observations: [
      { low: 40, high: 150 },
      { low: 15, high: 150, template: true },
      { high: 105, hollow: true },
      { low: 60, typical: 90 },
    ],
    offered: 95,
    premium: 0.24,
  },
  {
    id: '13-2051',
    label: 'Financial and Investment Analysts',
    href: '/professions/13-2051',
    sector: 'Finance',
    n: 2,
    market: { median: 48.6, topCoded: true },
    observations: [{ typical: 150 }, { low: 500, high: 900 }],
    offered: 150,
    premium: 2.09,
  },
  {
    id: '19-2012',
    label: 'Physicists',
    sector: 'Science & Mathematics',
    n: 1,
    observations: [],
    suppressed: 'too few',
  },
];

export const evidence: EvidenceEvent[] = [
  ...Array.from({ length: 12 }, (_, index) => event(`gdpval-${index}`, '2025-09-25', 'Finance', 2, 'GDPval')),
  event('legalbench', '2023-08', 'Law', 2, 'LegalBench'),
  event('apex', '2025-09-30', 'Law', 3, 'APEX v1.0'),
  event('hle', '2025', 'Science & Mathematics', 1, 'Humanity’s Last Exam'),
];

function event(
  key: string,
  date: string,
  row: string,
  stage: EvidenceEvent['stage'],
  label: string,
): EvidenceEvent {
  return { key, date, row, stage, label, named: true };
}

export const marketSeries: MarketSeries[] = [
  money('Mercor', ['2025-02', 75e6], ['2025-03', 100e6], ['2025-09', 450e6], ['2025-09', 500e6]),
  money('Surge AI', ['2024', 1.2e9]),
  money('micro1', ['2025-09', 50e6], ['2025', 60e6], ['2025-12', 100e6]),
  { ...money('Scale AI', ['2024', 870e6]), quiet: true },
];

function money(label: string, ...facts: [string, number][]): MarketSeries {
  return {
    key: label,
    label,
    points: facts.map(([date, value], index) => ({ key: `${label} ${index}`, date, value })),
  };
}

export const flow = {
  nodes: [
    { key: 'google', label: 'Google', column: 0 },
    { key: 'meta', label: 'Meta', column: 0, href: '/organisations/meta' },
    { key: 'scale', label: 'Scale AI', column: 1 },
    { key: 'mercor', label: 'Mercor', column: 1 },
    { key: 'experts', label: 'Experts', column: 2 },
  ],
  links: [
    { key: 'google-scale', from: 'google', to: 'scale', value: 200e6 },
    { key: 'meta-scale', from: 'meta', to: 'scale', value: 450e6, hollow: true },
    { key: 'meta-mercor', from: 'meta', to: 'mercor', value: 150e6 },
    { key: 'mercor-experts', from: 'mercor', to: 'experts', value: 120e6 },
  ],
};

/** Rates of a right-skewed distribution at 101 probabilities. */
export const rateQuantiles = Array.from(
  { length: 101 },
  (_, index) => 4 * Math.exp(1.1 * Math.log((index + 0.5) / (101.5 - index)) * 0.5),
);

/** Two matches by three criteria, one of them not known of the second. */
export const matchRows: MatchRow[] = [
  match('a', '1. 621CHXA8', [4 / 7, 1 / 7, 0.25 / 7]),
  match('b', '2. WT4NHCDN', [2 / 7, 1 / 7, 1 / 7], 'RATE'),
];

function match(id: string, label: string, adds: [number, number, number], unknown?: string): MatchRow {
  const weights = { PROFESSION: 4 / 7, RATE: 2 / 7, AVAILABILITY: 1 / 7 };
  const parts = Object.entries(weights).map(([key, weight], index) => ({
    key,
    weight,
    contribution: adds[index]!,
    known: key !== unknown,
    say: `${key} adds ${adds[index]!.toFixed(2)}`,
  }));
  return { id, label, href: `/experts/${id}`, score: adds.reduce((sum, one) => sum + one, 0), parts };
}

export const ladderRows: LadderRow[] = [
  {
    id: 'a',
    label: 'Mercor',
    detail: 'Investment banker / legal expert, United States',
    when: 'Mar 2025',
    rate: '$180 to $200',
    low: 180,
    high: 200,
  },
  {
    id: 'b',
    label: 'A platform with a very long name indeed',
    detail: 'Finance expert',
    when: '2026',
    rate: 'up to $75',
    high: 75,
    href: '/sources/b',
  },
  {
    id: 'c',
    label: 'xAI',
    detail: 'Tutor',
    when: '',
    rate: '$60',
    typical: 60,
    hollow: true,
    template: true,
  },
];

/** A top-coded year in the middle, whose upper end is not published. */
export const wageYears: WageYear[] = [
  { year: 2023, p10: 29, p25: 37, median: 48, p75: 62, p90: 85, topCoded: false },
  { year: 2024, p10: 30, p25: 38, median: 49, p75: 63, p90: null, topCoded: true },
  { year: 2025, p10: 31, p25: 38, median: 49.4, p75: 64, p90: 87, topCoded: false },
];

export const exposureRows: ExposureRow[] = [
  {
    id: 'x',
    label: 'Tasks exposed',
    value: 0.46,
    valueText: '0.46',
    bins: [9, 4, 0, 7, 1],
    top: 1,
    topText: 'highest: 1',
    median: 0.33,
    standing: '243rd of 783',
  },
  {
    id: 'y',
    label: 'A prediction with a long name that must be wrapped somewhere',
    value: null,
    valueText: '',
    bins: [1, 0, 1],
    top: 0.5,
    topText: 'highest: 0.5',
    median: 0.2,
    standing: 'no score for this occupation',
  },
];

/** Two lanes: names that would meet, one too near the edge for its right side, and a date known to the year. */
export const laneEvents: LaneEvent[] = [
  {
    key: 'a',
    date: '2025-09-03',
    row: 'Law',
    label: 'One firm v. another',
    title: 'One',
    lit: true,
    href: '/sources/a',
  },
  {
    key: 'b',
    date: '2025-09-20',
    row: 'Law',
    label: 'A suit that was filed three weeks later',
    title: 'Two',
  },
  {
    key: 'c',
    date: '2026-12-01',
    row: 'Law',
    label: 'A name near the right edge',
    title: 'Three',
    hollow: true,
  },
  { key: 'd', date: '2024', row: 'Finance', label: 'Known to the year', title: 'Four' },
];

export const matrixEntries: MatrixEntry[] = [
  { row: 'Law', column: 'licence', value: 4, title: 'Law, licence: 4' },
  { row: 'Finance', column: 'bank', value: 5, title: 'Finance, bank: 5', href: '/pay?sector=finance' },
  { row: 'Science & Mathematics', column: 'years', value: 23, title: 'Science, years: 23' },
];
