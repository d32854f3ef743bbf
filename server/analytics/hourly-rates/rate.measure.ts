import { cellOfSorted, type Cell } from '../../disclosure/index.ts';
import { contributors, quantileSorted, weightedQuantileSorted } from '../../statistics/index.ts';
import type { Engagement } from './engagement.ts';
import { between, type MeasuredRates } from './measured-rates.ts';

/** The distribution of hourly rates over engagements, each counting once or by its hours. */
export class RateMeasure implements MeasuredRates {
  readonly cell: Cell;
  readonly contributors: number;
  readonly engagements: number;
  readonly leftOut: number;
  readonly #rates: Float64Array;
  readonly #hours: Float64Array;
  readonly #amount: number;
  readonly #weighted: boolean;

  constructor(engagements: readonly Engagement[], weighted: boolean, leftOut = 0) {
    this.leftOut = leftOut;
    const ranked = engagements
      .map(({ amount, hours }) => ({ rate: amount / hours, hours }))
      .sort((a, b) => a.rate - b.rate || a.hours - b.hours);
    this.engagements = ranked.length;
    this.#rates = Float64Array.from(ranked, ({ rate }) => rate);
    this.#hours = Float64Array.from(ranked, ({ hours }) => hours);
    this.#amount = engagements.reduce((sum, { amount }) => sum + amount, 0);
    this.#weighted = weighted;
    const byExpert = Map.groupBy(engagements, ({ expertId }) => expertId);
    this.contributors = byExpert.size;
    const { sorted, total } = contributors(
      [...byExpert.values()].map((own) => own.reduce((sum, { amount }) => sum + amount, 0)),
    );
    this.cell = { ...cellOfSorted(sorted, total), contributors: byExpert.size };
  }

  /** The rate at probability p: R-7 over engagements, or the rate that the share p of the hours reaches. */
  quantile(p: number): number {
    return this.#weighted
      ? weightedQuantileSorted(this.#rates, this.#hours, p)
      : quantileSorted(this.#rates, p);
  }

  get mean(): number {
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    return this.#weighted ? this.#amount / sum(this.#hours) : sum(this.#rates) / this.#rates.length;
  }

  ladder(points: number, steps: readonly number[] | null): number[] {
    const probabilities = Array.from({ length: points }, (_, j) => j / (points - 1));
    if (steps === null) return probabilities.map((p) => this.quantile(p));
    const rates = steps.map((p) => this.quantile(p));
    return probabilities.map((p) => between(steps, rates, p));
  }
}
