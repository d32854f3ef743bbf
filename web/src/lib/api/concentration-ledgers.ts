import type {
  Allotment,
  DatasetKind,
  Estimate,
  GraphLocale,
  Measure,
  Reliability,
  Suppression,
} from './common.ts';
import partsDocument from './ledger-parts.graphql?raw';
import sharesDocument from './ledger-shares.graphql?raw';
import document from './concentration-ledgers.graphql?raw';
import { operation } from './operation.ts';
import ownDocument from './own-shares.graphql?raw';

/** A ledger as a list offers it. */
export interface LedgerName {
  slug: string;
  title: string;
  unit: string | null;
  kind: DatasetKind;
  protected: boolean;
  allotment: Allotment | null;
  measures: Measure[];
  licence: string | null;
}

interface LedgersPage {
  datasets: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: LedgerName[] };
}

/** The ledgers that the visitor may see, a hundred at a time. */
export const ledgersPage = operation<LedgersPage, { locale: GraphLocale; after?: string | null }>(document);

/** What the top fifth of a ledger holds. */
export interface TopFifth {
  contributors: number;
  reliability: Reliability;
  suppression: Suppression | null;
  top20: Estimate;
}

interface Shares {
  slug: string;
  release: { number: number } | null;
  concentration: TopFifth;
}

/** What the top fifth holds in every open ledger, by each of what it records. */
export const openShares = operation<
  Record<'units' | 'amounts' | 'hours', { nodes: Shares[] }>,
  Record<'units' | 'amounts' | 'hours', string[]>
>(sharesDocument);

/** The same of one protected ledger by one measure, at a release that can be shown. */
export const ownShares = operation<
  { ledger: Shares | null },
  { slug: string; measure: Measure; release?: number }
>(ownDocument);

/** A sector, project or quarter of a ledger, by name. */
export interface PartName {
  key: string;
  label: string;
  project: { key: string } | null;
  concentration: { contributors: number; suppression: Suppression | null };
}

type PartNames = Record<'sector' | 'project' | 'quarter', { concentrationBy: PartName[] } | null>;

/** What a ledger can be parted by. */
export const ledgerParts = operation<PartNames, { locale: GraphLocale; slug: string; measure: Measure }>(
  partsDocument,
);

/** Which variable holds the release that a way of parting shows. */
export const partReleases = {
  sector: 'sectorRelease',
  project: 'projectRelease',
  quarter: 'quarterRelease',
} as const;
