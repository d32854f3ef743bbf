/** What one operation may ask for. A point is one row, or the work of one row. */
export const limits = {
  points: 20_000,
  depth: 24,
  /** Braces within braces, fragments included. */
  nesting: 100,
  aliases: 250,
  tokens: 10_000,
  /** Directives, fragments defined, and fragments spread, in one document. */
  directives: 100,
  fragments: 100,
  spreads: 250,
  /** Times that one name may be answered in one selection set: merging them is quadratic. */
  repeats: 50,
  /** Fields that the analysis visits before it gives up, so that it costs little itself. */
  visits: 20_000,
} as const;
