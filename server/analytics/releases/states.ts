import { distributionOf, type ContributorTotal, type Distribution } from '../earning-filter/index.ts';
import type { ReleaseDelta } from './release-deltas.sql.ts';

/** The distribution at each release, from what each changed; of money, in the currency that most rows are in. */
export function statesOf(deltas: readonly ReleaseDelta[], version: number): Distribution[] {
  const currency = commonest(deltas);
  const byRelease = Map.groupBy(deltas, (delta) => delta.version);
  const people = new Map<string, ContributorTotal & { entries: number }>();
  return Array.from({ length: version }, (_, i) => {
    for (const delta of byRelease.get(i + 1) ?? []) {
      const key = `${delta.expertId} ${delta.currency}`;
      const known = people.get(key) ?? { ...delta, datasetId: 0, groupKey: 0, entries: 0, total: null };
      const total = delta.total === null ? known.total : (known.total ?? 0) + delta.total;
      people.set(key, { ...known, entries: known.entries + delta.entries, total });
    }
    const standing = [...people.values()].filter(({ entries }) => entries > 0);
    return distributionOf(standing, currency);
  });
}

function commonest(deltas: readonly ReleaseDelta[]): string | null {
  const rows = new Map<string, number>();
  for (const { currency, entries } of deltas) {
    if (currency !== '') rows.set(currency, (rows.get(currency) ?? 0) + Math.abs(entries));
  }
  const [first] = [...rows].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}
