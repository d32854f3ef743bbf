import type { FlowFact } from '../api/market.ts';

/** Money a year from one to another, both named by a source. */
export interface PublishedFlow {
  key: string;
  /** Slugs of organisations, or `experts`. */
  from: string;
  to: string;
  /** US dollars a year. */
  value: number;
  /** The facts that it follows from. */
  facts: FlowFact[];
}

/** What part of what a client pays reaches those who work, by one reckoning. */
export interface ReachingShare {
  key: 'take_rate' | 'payouts' | 'hourly';
  platform: { slug: string; name: string };
  /** 0 to 1; the two ends of what the published figures allow. */
  low: number;
  high: number;
  facts: FlowFact[];
}

/** What the API is asked for. */
export const flowMetrics = [
  'contract_value_google',
  'share_of_revenue_from_google',
  'revenue',
  'payout_per_day',
  'revenue_run_rate',
  'take_rate',
  'bill_rate',
] as const;

/** Days that somebody is paid for in a year, at the least; 365 at the most. */
const workingDays = 260;
const daysOfYear = 365;

const dated = (facts: readonly FlowFact[], metric: string, slug?: string) =>
  facts
    .filter((one) => one.metric === metric && (slug === undefined || one.organisation?.slug === slug))
    .toSorted((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? -1 : 1));
/** The newest one that names its month, or else the newest. */
const newest = (facts: readonly FlowFact[]) =>
  facts.findLast(({ asOf }) => (asOf ?? '').length > 4) ?? facts.at(-1);

/** Every yearly flow whose two ends are published: a laboratory to a platform, a platform to its experts. */
export function publishedFlows(facts: readonly FlowFact[]): PublishedFlow[] {
  const contracts = dated(facts, 'contract_value_google').flatMap((fact): PublishedFlow[] =>
    fact.organisation && fact.unit === 'USD/year'
      ? [{ key: fact.key, from: 'google', to: fact.organisation.slug, value: fact.value, facts: [fact] }]
      : [],
  );
  const shares = dated(facts, 'share_of_revenue_from_google').flatMap((share): PublishedFlow[] => {
    const slug = share.organisation?.slug;
    const revenue = dated(facts, 'revenue', slug).find(
      ({ asOf, unit }) => asOf === share.asOf && unit === 'USD/year',
    );
    return slug && revenue
      ? [
          {
            key: share.key,
            from: 'google',
            to: slug,
            value: (revenue.value * share.value) / 100,
            facts: [share, revenue],
          },
        ]
      : [];
  });
  const payouts = [
    ...new Set(dated(facts, 'payout_per_day').flatMap(({ organisation }) => organisation?.slug ?? [])),
  ];
  const paid = payouts.flatMap((slug): PublishedFlow[] => {
    const payout = newest(dated(facts, 'payout_per_day', slug));
    return payout
      ? [{ key: payout.key, from: slug, to: 'experts', value: payout.value * daysOfYear, facts: [payout] }]
      : [];
  });
  return [...contracts, ...shares, ...paid];
}

/** What reaches experts of what a client pays, wherever one can be reckoned from published figures of one platform. */
export function reachingShares(facts: readonly FlowFact[], hourlyPay: readonly HourlyPay[]): ReachingShare[] {
  const takes = dated(facts, 'take_rate').flatMap((fact): ReachingShare[] =>
    fact.organisation
      ? [
          {
            key: 'take_rate',
            platform: fact.organisation,
            low: 1 - fact.value / 100,
            high: 1 - fact.value / 100,
            facts: [fact],
          },
        ]
      : [],
  );
  const platforms = new Map(
    dated(facts, 'payout_per_day').flatMap(({ organisation }) =>
      organisation ? [[organisation.slug, organisation] as const] : [],
    ),
  );
  const ratios = [...platforms.values()].flatMap((platform): ReachingShare[] => {
    const payout = newest(dated(facts, 'payout_per_day', platform.slug));
    const runRates = dated(facts, 'revenue_run_rate', platform.slug);
    // Accounts of the same month differ: the least and the most of them bound the share.
    const revenues = runRates.filter(({ asOf }) => asOf === newest(runRates)?.asOf);
    if (!payout || revenues.length === 0) return [];
    const amounts = revenues.map(({ value }) => value);
    return [
      {
        key: 'payouts',
        platform,
        low: (payout.value * workingDays) / Math.max(...amounts),
        high: (payout.value * daysOfYear) / Math.min(...amounts),
        facts: [payout, ...revenues],
      },
    ];
  });
  const bills = dated(facts, 'bill_rate').flatMap((bill): ReachingShare[] => {
    const own = hourlyPay.filter(({ platform }) => platform === bill.organisation?.slug);
    const rates = own.flatMap(({ low, high, typical }) =>
      [low, high, typical].filter((rate) => rate !== null),
    );
    return bill.organisation && rates.length > 0
      ? [
          {
            key: 'hourly',
            platform: bill.organisation,
            low: Math.min(...rates) / bill.value,
            high: Math.max(...rates) / bill.value,
            facts: [bill],
          },
        ]
      : [];
  });
  return [...takes, ...ratios, ...bills];
}

/** What a platform pays for an hour, in US dollars. */
export interface HourlyPay {
  platform: string;
  low: number | null;
  high: number | null;
  typical: number | null;
}
