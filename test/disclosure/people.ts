import type { LedgerRow } from '../analytics/earning-filter/publish-ledger.ts';

/** Rows of so many people of one kind, one each. */
export const people = (name: string, count: number, row: Omit<LedgerRow, 'expert'>): LedgerRow[] =>
  Array.from({ length: count }, (_, i) => ({
    expert: `${name}${i}`,
    project: `project-${name}`,
    units: 5 + ((i * 7) % 11),
    hours: 1 + (i % 4),
    amount: 20 + i,
    currency: 'USD',
    ...row,
  }));
