import type { ClaimTest } from '../api/claims.ts';
import type { ForestRow } from '../charts/geometry/forest-plot.ts';
import { ledgerKind } from './ledger-tally.ts';

/** One row a ledger of the forest plot: its shares at each fraction, linked to its Lorenz curve. */
export function forestRows(
  tests: readonly ClaimTest[],
  href: (path: string, query: Record<string, string | undefined>) => string,
  name: (test: ClaimTest) => string,
): ForestRow[] {
  const byLedger = Map.groupBy(
    tests.filter(({ dataset, value }) => dataset && value !== null),
    ({ dataset }) => dataset!.slug,
  );
  return [...byLedger].map(([slug, rows]) => {
    const [first] = rows as [ClaimTest];
    return {
      id: slug,
      label: name(first),
      href: href('/concentration', {
        ledger: slug,
        measure: first.measure === 'UNITS' ? undefined : (first.measure ?? undefined),
      }),
      group: ledgerKind(first),
      n: first.n,
      hollow: first.reliability === 'LOW',
      points: rows.map(({ fraction, value, interval }) => ({
        key: String(fraction),
        value: value!,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      })),
    };
  });
}
