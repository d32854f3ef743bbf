import type { LedgerEntry } from '../../disclosure/index.ts';

/** What one contributor has in one place of a ledger, with what filters and groups ask of it; 0 stands for unknown. */
export interface PlacedEntry extends LedgerEntry {
  readonly sector: number;
  readonly profession: number;
  readonly project: number;
  readonly quarter: number;
}

/** What filters ask of a ledger's contributors and projects, by row id. */
export interface LedgerPeople {
  readonly countries: ReadonlyMap<number, string>;
  readonly platforms: ReadonlyMap<number, number>;
  readonly laboratories: ReadonlyMap<number, number>;
}

/**
 * The entries as an earlier release saw them: what came later is not there, what went later still stands. Contributors
 * stand in an order that no later release changes, so that what was decided once is decided again.
 */
export function asOf(entries: readonly PlacedEntry[], release: number): PlacedEntry[] {
  const seen = entries.filter(({ since }) => since <= release);
  const first = new Map<number, number>();
  for (const { owner, since } of seen) first.set(owner, Math.min(since, first.get(owner) ?? Infinity));
  const later = ({ until }: PlacedEntry): boolean => until > release && until !== Infinity;
  const standing = seen.some(later) ? merged(seen, release) : seen;
  return standing
    .filter(({ value }) => value !== 0)
    .sort(
      (a, b) =>
        first.get(a.owner)! - first.get(b.owner)! ||
        a.owner - b.owner ||
        a.since - b.since ||
        a.sector - b.sector ||
        a.profession - b.profession ||
        a.project - b.project ||
        a.quarter - b.quarter ||
        a.until - b.until,
    );
}

/** What differs only in when it later went is one entry again. */
function merged(entries: readonly PlacedEntry[], release: number): PlacedEntry[] {
  const sums = new Map<string, { -readonly [Field in keyof PlacedEntry]: PlacedEntry[Field] }>();
  for (const entry of entries) {
    const until = entry.until > release ? Infinity : entry.until;
    const { owner, sector, profession, project, quarter, since } = entry;
    const key = `${owner} ${sector} ${profession} ${project} ${quarter} ${since} ${until}`;
    const known = sums.get(key);
    if (known === undefined) sums.set(key, { ...entry, until });
    else known.value += entry.value;
  }
  return [...sums.values()];
}
