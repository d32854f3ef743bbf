import type { Amount } from '../api/market.ts';
import type { MarketSeries } from '../charts/geometry/market-timeline.ts';

/** What the market page can put on its timeline, each with the metrics of the API; the headline is on the first. */
export const amountMetrics = {
  valuation: ['valuation'],
  revenue: ['revenue_run_rate', 'revenue'],
  funding: ['funding_raised'],
  spend: ['annual_human_data_spend', 'annual_data_spend_high', 'rl_environment_budget'],
} as const;
export type AmountKind = keyof typeof amountMetrics;
export const amountKinds = [
  'valuation',
  'revenue',
  'funding',
  'spend',
] as const satisfies readonly AmountKind[];

type Dated = Amount & { asOf: string };

/** Amounts in dollars with a date: the ones that can be drawn. */
export function drawable(amounts: readonly Amount[]): Dated[] {
  return amounts.filter(
    (one): one is Dated => one.asOf !== null && /^USD(\/year)?$/.test(one.unit) && one.value > 0,
  );
}

/** One subject and one metric: a run rate never continues a year's revenue, nor one subject another. */
const seriesOf = ({ subject, metric }: Amount) => `${metric} ${subject}`;

/** One series a subject and metric: the headline's first, then those with most points; single points are context. */
export function marketSeries(
  amounts: readonly Amount[],
  lead: string | undefined,
  href: (path: string) => string,
  write: (amount: Amount) => string,
  name: (amount: Amount) => string,
): MarketSeries[] {
  return [...Map.groupBy(drawable(amounts), seriesOf)]
    .map(([key, own]) => ({
      key,
      label: name(own[0]!),
      quiet: own.length < 2,
      points: own.map((one) => ({
        key: one.key,
        date: one.asOf,
        value: one.value,
        href: href(`/sources/${one.source.slug}`),
        title: write(one),
        hollow: one.source.reliability === 'LOW',
      })),
    }))
    .toSorted(
      (a, b) =>
        Number(b.key === lead) - Number(a.key === lead) ||
        b.points.length - a.points.length ||
        last(b).value - last(a).value,
    );
}

const last = ({ points }: MarketSeries) => points.at(-1)!;

/** What is published of one date: a range where accounts differ. */
export interface Account {
  asOf: string;
  low: number;
  high: number;
  /** How many values. */
  count: number;
}

export interface Rise {
  /** The series that it is read on. */
  key: string;
  name: string;
  from: Account;
  to: Account;
}

/** May it stand in a headline? Not from a source of low reliability, nor an upper estimate, nor without its month. */
const isSound = ({ source, metric, asOf }: Dated) =>
  source.reliability !== 'LOW' && !metric.endsWith('_high') && asOf.length > 4;

/** The steepest rise of one subject in one metric between the first and the last date that sound sources give. */
export function steepestRise(amounts: readonly Amount[], metric: string): Rise | null {
  const sound = drawable(amounts).filter((one) => one.metric === metric && isSound(one));
  const rises = [...Map.groupBy(sound, seriesOf)].flatMap(([key, own]): Rise[] => {
    const dates = own.map(({ asOf }) => asOf).toSorted();
    const [from, to] = [accountOf(own, dates[0]!), accountOf(own, dates.at(-1)!)];
    return from.asOf < to.asOf ? [{ key, name: own[0]!.subject, from, to }] : [];
  });
  return rises.toSorted((a, b) => b.to.low / b.from.high - a.to.low / a.from.high)[0] ?? null;
}

function accountOf(own: readonly Dated[], asOf: string): Account {
  const values = own.filter((one) => one.asOf === asOf).map(({ value }) => value);
  return { asOf, low: Math.min(...values), high: Math.max(...values), count: values.length };
}
