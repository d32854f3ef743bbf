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
import { alongPolygon, type CurvePoint } from './lorenz-polygon.ts';

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

  /** The Lorenz curve at equally spaced points, read off a polygon of at most so many pieces. Empty without contributors. */
  lorenz(points: number, mostPieces = Infinity): CurvePoint[] {
    if (this.contributors === 0) return [];
    const corners = cornersOf(points, mostPieces);
    const curve = lorenzCurveSorted(this.#sorted, corners).map(({ measureShare }) => measureShare);
    return alongPolygon(curve, points);
  }

  /** The lower and upper end of the interval at each of the same points; null where there is none. */
  async lorenzBand(points: number, mostPieces = Infinity): Promise<{ low: number; high: number }[] | null> {
    const corners = await this.#intervals.lorenz(cornersOf(points, mostPieces));
    if (corners.length === 0) return null;
    const low = alongPolygon(
      corners.map((interval) => interval.low),
      points,
    );
    const high = alongPolygon(
      corners.map((interval) => interval.high),
      points,
    );
    return low.map((point, j) => ({ low: point.share, high: high[j]!.share }));
  }

  /** The 95 % interval of the Gini coefficient, null below 30 contributors; the other intervals likewise. */
  giniInterval(): Promise<Interval | null> {
    return this.#intervals.gini();
  }

  halfShareInterval(): Promise<Interval | null> {
    return this.#intervals.halfShare();
  }

  topShareInterval(fraction: number): Promise<Interval | null> {
    return this.#intervals.topShare(fraction);
  }

  get #sorted(): SortedSample {
    this.#sample ??= sampleFromSorted(this.people.sorted);
    return this.#sample;
  }
}

const known = new WeakMap<Distribution, ConcentrationMeasure>();

/** A polygon that may have fewer pieces than points are asked of has always the same corners, whatever is asked. */
function cornersOf(points: number, mostPieces: number): number {
  return mostPieces === Infinity ? points : mostPieces + 1;
}
