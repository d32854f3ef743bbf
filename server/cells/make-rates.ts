import { decimalOfMinor } from '../money/minor-units.ts';
import { contributors, quantileSorted } from '../statistics/index.ts';
import { gridSteps } from './grid.ts';
import { placesByKey, type GroupTotals } from './group-totals.ts';

/** What is said of the hourly rates of the whole ledger, or of one project; null where no engagement has a rate. */
export interface MadeRates {
  readonly dimension: 'ALL' | 'PROJECT';
  readonly key: number;
  /** '' says what there is in a currency that nobody there was paid in. */
  readonly currency: string;
  /** How many engagements there are in whatever currency: 0 ends the cells before. */
  readonly rows: number;
  readonly engagements: number;
  readonly contributors: number;
  readonly leftOut: number;
  readonly mean: number | null;
  /** Of what each contributor was paid, for the rules of disclosure. */
  readonly total: number;
  readonly largest: number;
  readonly second: number;
  /** R-7 quantiles at j/200, j = 0 … 200. */
  readonly quantiles: Float64Array | null;
}

/** What a thread is asked: totals by project, expert and currency, of AMOUNT and of HOURS in this order. */
export interface RatesTask {
  totals: GroupTotals;
  /** As in a SummaryTask. */
  currencyCodes: readonly string[];
}

/**
 * The hourly rates of engagements (expert × project), Σ amount ÷ Σ hours. Hours that have no amount beside them belong to the
 * engagement all the same. Runs in a thread of its own.
 */
export function makeRates({ totals, currencyCodes }: RatesTask): MadeRates[] {
  const whole = Uint32Array.from(totals.keys, (_key, place) => place);
  const parts = [...placesByKey(totals.keys)].map(([key, places]) => ({
    dimension: 'PROJECT' as const,
    key,
    places,
  }));
  const codes = new Set(['', ...currencyCodes]);
  return [{ dimension: 'ALL' as const, key: 0, places: whole }, ...parts].flatMap(({ places, ...part }) =>
    [...codes].flatMap((currency) => {
      const found = new Engagements(totals, currencyCodes, currency);
      for (const place of places) found.add(place);
      const occurs = currency === '' || found.inCurrency > 0;
      return occurs ? [{ ...part, currency, rows: places.length, ...found.finish() }] : [];
    }),
  );
}

/** Gathers the engagements of a part in one currency; rows of one engagement come next to each other. */
class Engagements {
  inCurrency = 0;
  readonly #totals: GroupTotals;
  readonly #codes: readonly string[];
  readonly #currency: string;
  readonly #rates: number[] = [];
  readonly #paid = new Map<number, number>();
  #leftOut = 0;
  #open: { key: number; expert: number; amount: number | null; hours: number | null } | null = null;

  constructor(totals: GroupTotals, codes: readonly string[], currency: string) {
    this.#totals = totals;
    this.#codes = codes;
    this.#currency = currency;
  }

  add(place: number): void {
    const { keys, experts, currencies, totals } = this.#totals;
    const code = this.#codes[currencies?.[place] ?? 0] ?? '';
    if (code !== '' && code === this.#currency) this.inCurrency += 1;
    if (code !== '' && code !== this.#currency) return;
    const [key, expert] = [keys[place]!, experts[place]!];
    if (this.#open?.key !== key || this.#open.expert !== expert) {
      this.#close();
      this.#open = { key, expert, amount: null, hours: null };
    }
    this.#open.amount = plus(this.#open.amount, totals[0]![place]!);
    this.#open.hours = plus(this.#open.hours, totals[1]![place]!);
  }

  finish(): Omit<MadeRates, 'dimension' | 'key' | 'currency' | 'rows'> {
    this.#close();
    const rates = Float64Array.from(this.#rates).sort();
    const { sorted, total } = contributors(this.#paid.values());
    return {
      engagements: rates.length,
      contributors: this.#paid.size,
      leftOut: this.#leftOut,
      mean: rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length,
      total,
      largest: sorted.at(-1) ?? 0,
      second: sorted.at(-2) ?? 0,
      quantiles:
        rates.length === 0
          ? null
          : Float64Array.from({ length: gridSteps + 1 }, (_, j) => quantileSorted(rates, j / gridSteps)),
    };
  }

  #close(): void {
    if (this.#open === null) return;
    const { expert, amount, hours } = this.#open;
    this.#open = null;
    if (amount === null || amount < 0 || hours === null || hours <= 0) {
      this.#leftOut += 1;
      return;
    }
    const paid = this.#currency === '' ? amount : Number(decimalOfMinor(amount, this.#currency));
    this.#rates.push(paid / hours);
    this.#paid.set(expert, (this.#paid.get(expert) ?? 0) + paid);
  }
}

/** NaN is no number here; null where none was. */
function plus(sum: number | null, value: number): number | null {
  return Number.isNaN(value) ? sum : (sum ?? 0) + value;
}
