import { gridSteps, strideOf, type StoredRates } from '../../cells/index.ts';
import type { Cell } from '../../disclosure/index.ts';
import { between, type MeasuredRates } from './measured-rates.ts';

/** What a stored cell says of hourly rates; other quantiles than those on its grid are computed from all engagements. */
export class StoredRateMeasure implements MeasuredRates {
  readonly #stored: StoredRates;
  readonly #live: () => Promise<MeasuredRates>;

  constructor(stored: StoredRates, live: () => Promise<MeasuredRates>) {
    this.#stored = stored;
    this.#live = live;
  }

  get cell(): Cell {
    return this.#stored;
  }

  get contributors(): number {
    return this.#stored.contributors;
  }

  get engagements(): number {
    return this.#stored.engagements;
  }

  get leftOut(): number {
    return this.#stored.leftOut;
  }

  get mean(): number {
    return this.#stored.mean ?? NaN;
  }

  quantile(p: number): number {
    return this.#stored.quantiles![Math.round(p * gridSteps)]!;
  }

  async ladder(points: number, steps: readonly number[] | null): Promise<number[]> {
    const probabilities = Array.from({ length: points }, (_, j) => j / (points - 1));
    if (steps !== null) {
      const rates = steps.map((p) => this.quantile(p));
      return probabilities.map((p) => between(steps, rates, p));
    }
    const stride = strideOf(points);
    if (stride === null) return (await this.#live()).ladder(points, null);
    return probabilities.map((_p, j) => this.#stored.quantiles![j * stride]!);
  }
}
