/** One cell that could not be taken: where it stands, what it held and why, so that its owner can mend it. */
export interface Rejection {
  /** Line in the file, the header being line 1. */
  line: number;
  column: string;
  value: string;
  reason: string;
}

/** Says the first rejections in words, a line each, and how many more there are. */
export function describeRejections(rejections: readonly Rejection[], most = 20): string {
  const shown = rejections
    .slice(0, most)
    .map(
      ({ line, column, value, reason }) => `  line ${line}, ${column}: ${JSON.stringify(value)} ${reason}`,
    );
  const more = rejections.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}
