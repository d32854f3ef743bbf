/** Where one score stands among all. */
export interface Standing {
  /** 1 is the highest; equal scores share the better place. */
  rank: number;
  /** How many have a score. */
  of: number;
  /** The share of the others that score lower, 0 to 1; 0 when there are no others. */
  above: number;
}

/** The place of a score among all scores, itself among them. */
export function standingAmong(scores: readonly number[], own: number): Standing {
  const higher = scores.filter((score) => score > own).length;
  const lower = scores.filter((score) => score < own).length;
  return { rank: higher + 1, of: scores.length, above: scores.length > 1 ? lower / (scores.length - 1) : 0 };
}

/** How many scores lie in each of `bins` equal parts of 0 to `top`; the last part holds its upper end. */
export function scoreBins(scores: readonly number[], top: number, bins: number): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const score of scores) {
    const bin = top === 0 ? 0 : Math.min(bins - 1, Math.max(0, Math.floor((score / top) * bins)));
    counts[bin]! += 1;
  }
  return counts;
}
