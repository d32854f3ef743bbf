/** What one operation may ask for. A point is one row, or the work of one row. */
export const limits = {
  points: 20_000,
  depth: 24,
  aliases: 250,
  tokens: 10_000,
  /** Fields that the analysis visits before it gives up, so that it costs little itself. */
  visits: 20_000,
} as const;
