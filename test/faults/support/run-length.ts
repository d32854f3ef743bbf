import { appendFileSync } from 'node:fs';
import type { Acknowledged } from './writers.ts';

/** How often each fault is tried: few in every run, more with "npm run test:faults". */
const long = Number(process.env['TACIT_FAULTS'] ?? 0);

/** The short number, or in a long run what was asked for. */
export function times(short: number): number {
  return long > 0 ? Math.max(short, long) : short;
}

/** One line of the table of a long run. */
export interface Tried {
  fault: string;
  times: number;
  /** Writes that were acknowledged meanwhile, where there were any. */
  acknowledged?: number;
  /** Of those that are missing, and what verify found different. */
  lost: number;
  /** For each time, milliseconds from the blow to the first good answer. */
  back: readonly number[];
  /** How often it ended in which way, where it may in several. */
  ended?: Readonly<Record<string, number>>;
  /** What else is to be told of it. */
  note?: string;
}

/** In a long run, writes down what was tried and seen; "npm run test:faults" makes its table of it. */
export function report(tried: Tried): void {
  const file = process.env['TACIT_FAULTS_TO'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(tried)}\n`);
}

/** How many writes were acknowledged until now. */
export function countOf({ figures, keys, releases }: Acknowledged): number {
  return figures.size + keys.size + releases;
}
