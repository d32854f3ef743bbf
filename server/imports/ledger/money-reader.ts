import type { RejectionCode } from '../rejection.ts';
import { currenciesOf } from '../values/currency-signs.ts';
import { readMoney } from '../values/read-money.ts';

/** An amount that is still text and its currency, or what is wrong with which of the two. */
export type ReadMoney =
  { number: string; currency: string } | { fault: RejectionCode; at: 'AMOUNT' | 'CURRENCY' };

/** Finds out the currency of amounts: from a column, from a sign beside the amount, or the same for all. */
export class MoneyReader {
  readonly #forAll: string | null;
  readonly #signs: Readonly<Record<string, string>>;

  constructor(forAll: string | null, signs: Readonly<Record<string, string>>) {
    this.#forAll = forAll;
    this.#signs = signs;
  }

  read(amount: string, currencyCell: string | null): ReadMoney {
    const money = readMoney(amount);
    if (!money) return { fault: 'NOT_A_NUMBER', at: 'AMOUNT' };
    const beside = money.currency === '' ? null : this.#codesOf(money.currency);
    if (beside?.length === 0) return { fault: 'NOT_A_NUMBER', at: 'AMOUNT' };
    const named = currencyCell === null ? null : this.#codesOf(currencyCell);
    if (named?.length === 0) return { fault: 'NOT_A_CURRENCY', at: 'CURRENCY' };
    // A cell that says '$' is made clear by '--currency-sign', an amount that says '$' by the row's currency.
    const stated = named ?? (this.#forAll === null ? null : [this.#forAll]);
    if (stated && beside) {
      const both = stated.filter((code) => beside.includes(code));
      if (both.length === 0) return { fault: 'OTHER_CURRENCY', at: 'AMOUNT' };
      return one(both, money.number, 'CURRENCY');
    }
    if (stated) return one(stated, money.number, 'CURRENCY');
    return beside ? one(beside, money.number, 'AMOUNT') : { fault: 'NO_CURRENCY', at: 'AMOUNT' };
  }

  #codesOf(text: string): readonly string[] {
    const told = Object.hasOwn(this.#signs, text) ? this.#signs[text] : undefined;
    return told === undefined ? currenciesOf(text) : [told];
  }
}

function one(codes: readonly string[], number: string, at: 'AMOUNT' | 'CURRENCY'): ReadMoney {
  const [currency, ...others] = codes;
  return currency === undefined || others.length > 0
    ? { fault: 'UNCLEAR_CURRENCY', at }
    : { number, currency };
}
