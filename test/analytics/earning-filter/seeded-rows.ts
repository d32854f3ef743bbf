import { seededRandom, uniform } from '../../../server/statistics/index.ts';
import type { LedgerRow } from './publish-ledger.ts';

/** Rows of every shape that a ledger can have, the same for the same seed. */
export function seededRows(seed: number, count: number): LedgerRow[] {
  const random = seededRandom(seed);
  const oneOf = <Value>(...values: Value[]): Value => values[Math.floor(uniform(random) * values.length)]!;
  return Array.from({ length: count }, () => {
    const currency = oneOf('USD', 'EUR', undefined);
    return known({
      expert: `e${oneOf(1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)}`,
      project: oneOf('p1', 'p2', 'p3', 'p4', undefined),
      sector: oneOf('a', 'b', 'law', undefined),
      profession: oneOf('23-1011', '15-1252', undefined),
      date: oneOf('2023-12-31', '2024-01-01', '2024-03', '2024-08-15', '2024-08-16', '2025-06-30', undefined),
      units: oneOf(0.1, 0.2, 1, 3, -2, 0),
      hours: oneOf(0.25, 1.75, 8, undefined),
      amount: currency === undefined ? undefined : oneOf(0.1, 12.5, 99.99, -5),
      currency,
    });
  });
}

function known(row: Record<keyof LedgerRow, string | number | undefined>): LedgerRow {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as LedgerRow;
}
