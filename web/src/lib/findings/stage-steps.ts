import type { ConversionEvent } from '../api/conversion.ts';
import { stepOf } from './stage-words.ts';

/**
 * When each occupation reached each stage, for pages that recolour by date: `1@2024-04 2@`, in the order of the
 * stages, by SOC code. Undated evidence has no month; a bare year counts as its January.
 */
export function stepsByOccupation(timeline: readonly ConversionEvent[]): Map<string, string> {
  const bySoc = Map.groupBy(timeline, ({ profession }) => profession.socCode);
  return new Map(
    [...bySoc].map(([soc, events]) => [
      soc,
      events
        .map(({ stage, date }) => ({ step: stepOf(stage), month: date === null ? '' : monthOf(date) }))
        .toSorted((a, b) => a.step - b.step)
        .map(({ step, month }) => `${step}@${month}`)
        .join(' '),
    ]),
  );
}

/** The month of a date known to the year, month or day. */
export const monthOf = (date: string): string => (date.length === 4 ? `${date}-01` : date.slice(0, 7));

/** The first and the last month in which something is known to have been published; null where nothing is dated. */
export function monthsOf(timeline: readonly ConversionEvent[]): { first: string; last: string } | null {
  const months = timeline.flatMap(({ date }) => (date === null ? [] : monthOf(date))).toSorted();
  const [first] = months;
  const last = months.at(-1);
  return first && last ? { first, last } : null;
}
