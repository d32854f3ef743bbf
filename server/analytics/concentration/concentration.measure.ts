import { cellOfSorted, type Cell } from '../../disclosure/index.ts';
import {
  concentrationEstimates,
  contributors,
  lorenzCurveSorted,
  sampleFromSorted,
  topShareSorted,
  type ConcentrationEstimates,
  type Contributors,
  type Interval,
  type SortedSample,
} from '../../statistics/index.ts';
import type { Distribution } from '../earning-filter/index.ts';
import { Intervals } from './intervals.ts';
import { alongCorners, cornersAt, type CurvePoint } from './lorenz-polygon.ts';

/** What is said of one distribution, each number computed when first asked for and then kept. */
export class ConcentrationMeasure {
  readonly distribution: Distribution;
  readonly people: Contributors;
  readonly cell: Cell;
  readonly #intervals: Intervals;
  #estimates: ConcentrationEstimates | null = null;
  #sample: SortedSample | null = null;

  private constructor(distribution: Distribution) {
    this.distribution = distribution;
    this.people = contributors(distribution.totals);
    this.cell = cellOfSorted(this.people.sorted, this.people.total);
    this.#intervals = new Intervals(this.people);
  }

  /** The measure of a distribution; the same one as long as the distribution is kept. */
  static of(distribution: Distribution): ConcentrationMeasure {
    let measure = known.get(distribution);
    if (measure === undefined) known.set(distribution, (measure = new ConcentrationMeasure(distribution)));
    return measure;
  }

  get contributors(): number {
    return this.people.sorted.length;
  }

  /** Gini coefficient, Theil index and the like, without intervals. */
  get estimates(): ConcentrationEstimates {
    this.#estimates ??= concentrationEstimates(this.people, { topFractions: [], lorenzPoints: 0 });
    return this.#estimates;
  }

  /** The share of the total that the ⌈fraction·n⌉ largest hold; null without contributors. */
  topShare(fraction: number): number | null {
    return this.contributors === 0 ? null : topShareSorted(this.#sorted, fraction);
  }

  /**
   * The Lorenz curve at equally spaced points; where only some fractions of the contributors, counted from the top, may be
   * told, read off the polygon that has its corners there. Empty without contributors.
   */
  lorenz(points: number, told: readonly number[] | null = null): CurvePoint[] {
    if (this.contributors === 0) return [];
    if (told !== null) {
      return alongCorners(
        cornersAt(told, this.contributors, (fraction) => 1 - (this.topShare(fraction) ?? 1)),
        points,
      );
    }
    return lorenzCurveSorted(this.#sorted, points).map(({ measureShare }, j) => ({
      populationShare: j / (points - 1),
      share: measureShare,
    }));
  }

  /** The lower and upper end of the interval at each of the same points; null where there is none. */
  async lorenzBand(
    points: number,
    told: readonly number[] | null = null,
    signal?: AbortSignal,
  ): Promise<{ low: number; high: number }[] | null> {
    if (told === null) {
      const intervals = await this.#intervals.lorenz(points, signal);
      return intervals.length === 0 ? null : intervals.map(({ low, high }) => ({ low, high }));
    }
    const intervals = new Map<number, Interval>();
    // All at once: what is asked together comes from one bootstrap.
    const found = await Promise.all(told.map((fraction) => this.topShareInterval(fraction, signal)));
    for (const [i, interval] of found.entries()) {
      if (interval !== null) intervals.set(told[i]!, interval);
    }
    if (intervals.size === 0) return null;
    const endAt = (end: 'low' | 'high'): CurvePoint[] =>
      alongCorners(
        cornersAt([...intervals.keys()], this.contributors, (fraction) => 1 - intervals.get(fraction)![end]),
        points,
      );
    const [low, high] = [endAt('high'), endAt('low')];
    return low.map(({ share }, j) => ({ low: share, high: high[j]!.share }));
  }

  /** The 95 % interval of the Gini coefficient, null below 30 contributors; the other intervals likewise. */
  giniInterval(signal?: AbortSignal): Promise<Interval | null> {
    return this.#intervals.gini(signal);
  }

  halfShareInterval(signal?: AbortSignal): Promise<Interval | null> {
    return this.#intervals.halfShare(signal);
  }

  topShareInterval(fraction: number, signal?: AbortSignal): Promise<Interval | null> {
    return this.#intervals.topShare(fraction, signal);
  }

  get #sorted(): SortedSample {
    this.#sample ??= sampleFromSorted(this.people.sorted);
    return this.#sample;
  }
}

const known = new WeakMap<Distribution, ConcentrationMeasure>();
