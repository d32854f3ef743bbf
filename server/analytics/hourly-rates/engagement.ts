import { inMajorUnits } from '../earning-filter/index.ts';
import type { EngagementRow } from './engagements.sql.ts';

/** One expert on one project: what was paid for which hours. */
export interface Engagement {
  readonly expertId: number;
  /** In major units of the currency. */
  readonly amount: number;
  /** Above 0. */
  readonly hours: number;
}

export interface Engagements {
  readonly engagements: readonly Engagement[];
  /** How many were left out, because they have no hours, no amount, or less than none. */
  readonly leftOut: number;
}

/**
 * The engagements of one group in that currency. Hours that have no amount beside them belong to the engagement all the
 * same: ledgers may book time and money in rows of their own.
 */
export function engagementsOf(rows: readonly EngagementRow[], currency: string | null): Engagements {
  const own = rows.filter((row) => row.currency === '' || row.currency === currency);
  const grouped = Map.groupBy(own, ({ expertId, projectId }) => `${expertId} ${projectId}`);
  const all = [...grouped.values()].map((parts) => {
    const amount = sumOf(parts.map((part) => part.amount));
    return {
      expertId: parts[0]!.expertId,
      amount: amount === null ? null : inMajorUnits(amount, currency),
      hours: sumOf(parts.map((part) => part.hours)),
    };
  });
  const engagements = all.filter(hasRate);
  return { engagements, leftOut: all.length - engagements.length };
}

function hasRate(engagement: { amount: number | null; hours: number | null }): engagement is Engagement {
  return (
    engagement.amount !== null && engagement.amount >= 0 && engagement.hours !== null && engagement.hours > 0
  );
}

/** Null when none of them is known. */
function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (part === null ? sum : (sum ?? 0) + part), null);
}
