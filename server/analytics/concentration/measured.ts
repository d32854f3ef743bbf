import type { Cell } from '../../disclosure/index.ts';
import type { ConcentrationEstimates, Interval } from '../../statistics/index.ts';
import type { Distribution } from '../earning-filter/index.ts';
import type { CurvePoint } from './lorenz-polygon.ts';

export interface Ends {
  readonly low: number;
  readonly high: number;
}

type Awaitable<Value> = Value | Promise<Value>;

/**
 * What may be said of how a measure is shared out, wherever it comes from: everybody's totals (`ConcentrationMeasure`) or what was
 * stored when the release was published (`CellMeasure`). A signal stops the waiting for an interval.
 */
export interface Measured {
  readonly contributors: number;
  readonly excluded: number;
  readonly otherCurrencies: number;
  /** Null where the measure is not money or there is none. */
  readonly currency: string | null;
  /** What the door wants to know. */
  readonly cell: Cell;
  readonly estimates: Omit<ConcentrationEstimates, 'topShares' | 'lorenz'>;
  /** The share of the total that the ⌈fraction·n⌉ largest hold; null without contributors. */
  topShare(fraction: number): Awaitable<number | null>;
  /**
   * The Lorenz curve at equally spaced points; where only some fractions of the contributors, counted from the top, may be
   * told, read off the polygon that has its corners there. Empty without contributors.
   */
  lorenz(points: number, told: readonly number[] | null): Awaitable<CurvePoint[]>;
  /** The ends of the interval at each of the same points; null where there is none. */
  lorenzBand(points: number, told: readonly number[] | null, signal?: AbortSignal): Promise<Ends[] | null>;
  /** The 95 % interval of the Gini coefficient, null below 30 contributors; the other intervals likewise. */
  giniInterval(signal?: AbortSignal): Promise<Interval | null>;
  halfShareInterval(signal?: AbortSignal): Promise<Interval | null>;
  topShareInterval(fraction: number, signal?: AbortSignal): Promise<Interval | null>;
  /** Everybody's total. */
  everyone(): Promise<Distribution>;
}
