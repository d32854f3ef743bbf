import type { DatasetKind, GraphLocale, Measure } from './common.ts';
import document from './ledgers.graphql?raw';
import { operation } from './operation.ts';

/** A ledger that a page can be asked for. */
export interface ListedLedger {
  slug: string;
  title: string;
  kind: DatasetKind;
  measures: Measure[];
  protected: boolean;
}

/** The ledgers whose aggregates may be shown. */
export const ledgerList = operation<{ datasets: { nodes: ListedLedger[] } }, { locale: GraphLocale }>(
  document,
);
