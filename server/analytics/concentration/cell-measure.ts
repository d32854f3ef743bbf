import {
  endsAt,
  giniBand,
  halfShareBand,
  hasFormulas,
  leastInTop,
  gridSteps,
  lorenzBand,
  mostKeptWhole,
  stepOf,
  strideOf,
  topShareBand,
} from '../../cells/index.ts';
import type { Cell } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import {
  BEACH_DAVIDSON,
  bcaMethod,
  DAVIDSON,
  DEFAULT_LEVEL,
  DEFAULT_REPLICATES,
  LEAST_FOR_INTERVALS,
  reliability,
  topCount,
  type Interval,
} from '../../statistics/index.ts';
import { doublesOf, rankedPeople, type FoundCell } from '../cells/index.ts';
import type { Distribution } from '../earning-filter/index.ts';
import type { ConcentrationMeasure } from './concentration.measure.ts';
import { keptMeasure } from './kept-measures.ts';
import { alongCorners, cornersAt, type CurvePoint } from './lorenz-polygon.ts';
import type { Ends, Measured } from './measured.ts';
import { bandAlong } from './told-band.ts';

/**
 * What a stored cell says. Numbers are there at once, curve and intervals are read when they are asked for; what lies between
 * the points that it keeps is computed from everybody's totals, by whom answers live.
 */
export class CellMeasure implements Measured {
  readonly #context: Context;
  readonly #found: FoundCell;
  readonly #readEveryone: () => Promise<Distribution>;

  /** `readEveryone` reads all totals, where what the cell keeps is not enough. */
  constructor(context: Context, found: FoundCell, readEveryone: () => Promise<Distribution>) {
    this.#context = context;
    this.#found = found;
    this.#readEveryone = readEveryone;
  }

  get contributors(): number {
    return this.#found.cell.contributors;
  }

  get excluded(): number {
    return this.#found.cell.excluded;
  }

  get otherCurrencies(): number {
    return this.#found.cell.otherCurrencies;
  }

  get currency(): string | null {
    return this.#found.currency;
  }

  get cell(): Cell {
    return this.#found.cell;
  }

  get estimates(): Measured['estimates'] {
    return { ...this.#found.cell, reliability: reliability(this.contributors) };
  }

  async topShare(fraction: number): Promise<number | null> {
    if (this.contributors === 0) return null;
    const step = stepOf(fraction);
    if (step === null || this.contributors <= mostKeptWhole) return (await this.#exact()).topShare(fraction);
    return (await this.#doubles('curve'))![gridSteps + step]!;
  }

  async lorenz(points: number, told: readonly number[] | null): Promise<CurvePoint[]> {
    if (this.contributors === 0) return [];
    if (told !== null) {
      const shares = new Map<number, number>();
      for (const fraction of told) shares.set(fraction, 1 - (await this.topShare(fraction))!);
      const corners = cornersAt(told, this.contributors, (fraction) => shares.get(fraction)!);
      return alongCorners(corners, points);
    }
    const stride = strideOf(points);
    if (stride === null || this.contributors <= mostKeptWhole) {
      return (await this.#exact()).lorenz(points);
    }
    const curve = (await this.#doubles('curve'))!;
    return Array.from({ length: points }, (_, j) => ({
      populationShare: j / (points - 1),
      share: curve[j * stride]!,
    }));
  }

  async lorenzBand(
    points: number,
    told: readonly number[] | null,
    signal?: AbortSignal,
  ): Promise<Ends[] | null> {
    if (this.contributors < LEAST_FOR_INTERVALS) return null;
    if (told !== null) {
      return bandAlong(told, this.contributors, points, (fraction) =>
        this.topShareInterval(fraction, signal),
      );
    }
    const stride = strideOf(points);
    const bands = stride === null ? null : await this.#doubles('bands');
    const ends = bands && Array.from({ length: points }, (_, j) => endsAt(bands, lorenzBand(j * stride!)));
    if (ends === null || ends.includes(null)) return (await this.#exact()).lorenzBand(points, null, signal);
    return ends.filter((one) => one !== null);
  }

  async giniInterval(signal?: AbortSignal): Promise<Interval | null> {
    return this.#interval(giniBand, DAVIDSON, (exact) => exact.giniInterval(signal));
  }

  async halfShareInterval(signal?: AbortSignal): Promise<Interval | null> {
    return this.#interval(halfShareBand, BEACH_DAVIDSON, (exact) => exact.halfShareInterval(signal));
  }

  async topShareInterval(fraction: number, signal?: AbortSignal): Promise<Interval | null> {
    if (this.contributors < LEAST_FOR_INTERVALS) return null;
    if (topCount(fraction, this.contributors) < leastInTop) return null;
    const step = stepOf(fraction);
    const place = step === null ? null : topShareBand(step);
    return this.#interval(place, BEACH_DAVIDSON, (exact) => exact.topShareInterval(fraction, signal));
  }

  async everyone(): Promise<Distribution> {
    return (await this.#people()).distribution;
  }

  async #interval(
    place: number | null,
    formula: string,
    live: (exact: ConcentrationMeasure) => Promise<Interval | null>,
  ): Promise<Interval | null> {
    if (this.contributors < LEAST_FOR_INTERVALS) return null;
    const bands = place === null ? null : await this.#doubles('bands');
    const ends = bands && endsAt(bands, place!);
    if (ends === null) return live(await this.#exact());
    const method = hasFormulas(this.contributors) ? formula : bcaMethod(DEFAULT_REPLICATES);
    return { ...ends, level: DEFAULT_LEVEL, method };
  }

  /** From everybody's totals: of few they are what the cell keeps. */
  #exact(): Promise<ConcentrationMeasure> {
    const { cell, currency } = this.#found;
    if (cell.contributors > mostKeptWhole) return this.#people();
    return keptMeasure(this.#context, `${cell.id} totals`, async () => {
      const totals = (await this.#doubles('curve')) ?? new Float64Array();
      const { excluded, otherCurrencies } = cell;
      return { expertIds: [], totals: totals.toReversed(), excluded, otherCurrencies, currency };
    });
  }

  #people(): Promise<ConcentrationMeasure> {
    const { cell } = this.#found;
    return keptMeasure(
      this.#context,
      `${cell.id} people`,
      async () => (await rankedPeople(this.#context, this.#found)) ?? this.#readEveryone(),
    );
  }

  #doubles(what: 'curve' | 'bands'): Promise<Float64Array | null> {
    return doublesOf(this.#context, what, this.#found.cell);
  }
}
