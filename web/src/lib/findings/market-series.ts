import type { Amount } from '../api/market.ts';
import type { MarketSeries } from '../charts/geometry/market-timeline.ts';

/** What the market page can put on its timeline, each with the metrics of the API that belong to it. */
export const amountMetrics = {
  valuation: ['valuation'],
  revenue: ['revenue', 'revenue_run_rate'],
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

/** One series an organisation or subject: the headline's first, then those with most points; single points are context. */
export function marketSeries(
  amounts: readonly Amount[],
  lead: string | undefined,
  href: (path: string) => string,
  write: (amount: Amount) => string,
): MarketSeries[] {
  const bySubject = Map.groupBy(
    drawable(amounts),
    ({ organisation, subject }) => organisation?.name ?? subject,
  );
  return [...bySubject]
    .map(([label, own]) => ({
      key: label,
      label,
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
        Number(b.label === lead) - Number(a.label === lead) ||
        b.points.length - a.points.length ||
        last(b).value - last(a).value,
    );
}

const last = ({ points }: MarketSeries) => points.at(-1)!;

/** The steepest rise of one organisation between its first and its last amount. */
export function steepestRise(amounts: readonly Amount[]): { name: string; from: Dated; to: Dated } | null {
  const bySubject = Map.groupBy(
    drawable(amounts),
    ({ organisation, subject }) => organisation?.name ?? subject,
  );
  const rises = [...bySubject].flatMap(([name, own]) => {
    const [from, to] = [own[0]!, own.at(-1)!];
    return from.asOf < to.asOf ? [{ name, from, to }] : [];
  });
  return rises.toSorted((a, b) => b.to.value / b.from.value - a.to.value / a.from.value)[0] ?? null;
}
