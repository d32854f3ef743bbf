import type { Acknowledged } from './writers.ts';

/** How often each fault is tried: few in every run, more with "npm run test:faults". */
const long = Number(process.env['TACIT_FAULTS'] ?? 0);

/** The short number, or in a long run what was asked for. */
export function times(short: number): number {
  return long > 0 ? Math.max(short, long) : short;
}

export interface Tried {
  times: number;
  /** Milliseconds until all was back. */
  back: number[];
  kept?: Acknowledged;
  how?: Record<string, number>;
}

/** In a long run, says what was tried and how long it took until all was back, for the table of the README. */
export function report(fault: string, { times: tried, back, kept, how }: Tried): void {
  if (long === 0) return;
  const sorted = back.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 1000).toFixed(2)} s`;
  const told = [
    `${fault}: ${tried} times`,
    ...(back.length > 0 ? [`back after ${at(0.5)} (median), ${at(1)} (longest)`] : []),
    ...(kept
      ? [
          `of ${kept.figures.size} figures, ${kept.keys.size} keys and ${kept.releases} releases acknowledged 0 lost`,
        ]
      : []),
    ...(how ? [JSON.stringify(how)] : []),
  ];
  process.stdout.write(`${told.join('; ')}\n`);
}
