import type { Interval } from '../../statistics/index.ts';
import { alongCorners, cornersAt, type CurvePoint } from './lorenz-polygon.ts';
import type { Ends } from './measured.ts';

/**
 * The ends of the intervals along a curve that is told at some fractions of n contributors only, counted from the top, read
 * between those of the top shares there; null where none of them has an interval.
 */
export async function bandAlong(
  told: readonly number[],
  n: number,
  points: number,
  intervalAt: (fraction: number) => Promise<Interval | null>,
): Promise<Ends[] | null> {
  const intervals = new Map<number, Interval>();
  // All at once: what is asked together comes from one bootstrap.
  const found = await Promise.all(told.map(intervalAt));
  for (const [i, interval] of found.entries()) {
    if (interval !== null) intervals.set(told[i]!, interval);
  }
  if (intervals.size === 0) return null;
  const endAt = (end: 'low' | 'high'): CurvePoint[] =>
    alongCorners(
      cornersAt([...intervals.keys()], n, (fraction) => 1 - intervals.get(fraction)![end]),
      points,
    );
  const [low, high] = [endAt('high'), endAt('low')];
  return low.map(({ share }, j) => ({ low: share, high: high[j]!.share }));
}
