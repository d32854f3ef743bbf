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
import type { Ends, Measured } from './measured.ts';
import { bandAlong } from './told-band.ts';

/** What is said of one distribution, each number computed when first asked for and then kept. */
export class ConcentrationMeasure implements Measured {
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

  get excluded(): number {
    return this.distribution.excluded;
  }

  get otherCurrencies(): number {
    return this.distribution.otherCurrencies;
  }

  get currency(): string | null {
    return this.distribution.currency;
  }

  /** Gini coefficient, Theil index and the like, without intervals. */
  get estimates(): ConcentrationEstimates {
    this.#estimates ??= concentrationEstimates(this.people, { topFractions: [], lorenzPoints: 0 });
    return this.#estimates;
  }

  topShare(fraction: number): number | null {
    return this.contributors === 0 ? null : topShareSorted(this.#sorted, fraction);
  }

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

  async lorenzBand(
    points: number,
    told: readonly number[] | null = null,
    signal?: AbortSignal,
  ): Promise<Ends[] | null> {
    if (told !== null) {
      return bandAlong(told, this.contributors, points, (fraction) =>
        this.topShareInterval(fraction, signal),
      );
    }
    const intervals = await this.#intervals.lorenz(points, signal);
    return intervals.length === 0 ? null : intervals.map(({ low, high }) => ({ low, high }));
  }

  giniInterval(signal?: AbortSignal): Promise<Interval | null> {
    return this.#intervals.gini(signal);
  }

  halfShareInterval(signal?: AbortSignal): Promise<Interval | null> {
    return this.#intervals.halfShare(signal);
  }

  topShareInterval(fraction: number, signal?: AbortSignal): Promise<Interval | null> {
    return this.#intervals.topShare(fraction, signal);
  }

  everyone(): Promise<Distribution> {
    return Promise.resolve(this.distribution);
  }

  get #sorted(): SortedSample {
    this.#sample ??= sampleFromSorted(this.people.sorted);
    return this.#sample;
  }
}

const known = new WeakMap<Distribution, ConcentrationMeasure>();
