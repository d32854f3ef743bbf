import type { GraphLocale, Suppression } from './common.ts';
import type { PayFilter } from './pay-filter.ts';
import type { Realised } from './profession.ts';
import countDocument from './pay-count.graphql?raw';
import document from './realised.graphql?raw';
import { operation } from './operation.ts';

type Ledger = NonNullable<Realised['provenance']['dataset']>;

/** The hourly rates of a ledger, and the typical rates that are published, by whether they name a profession. */
export interface RealisedResult {
  dataset:
    (Ledger & { hourlyRates: (Omit<Realised, 'provenance'> & { suppression: Suppression | null })[] }) | null;
  payRates: {
    group: { key: string };
    observations: { nodes: { basis: string; currency: string; typical: number | null }[] };
  }[];
}

/** What a ledger shows paid an hour, beside what is published as offered. */
export const realisedRatesOf = operation<
  RealisedResult,
  { ledger: string; locale: GraphLocale; filter: PayFilter }
>(document);

/** How many rates a filter leaves. */
export const payCount = operation<{ payObservations: { totalCount: number } }, { filter: PayFilter }>(
  countDocument,
);
