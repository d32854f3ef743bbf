import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar } from '../graphql/scalars/index.ts';

@ObjectType('Money', { description: 'An amount of money, exact, in its currency.' })
export class MoneyType {
  @Field(() => DecimalScalar, { description: 'The amount in major units of the currency, such as dollars.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  /** Money from what facts hold: an integer of the currency's minor unit (cents). */
  static ofMinor(minor: number | null, currency: string | null): MoneyType | null {
    if (minor === null || currency === null || currency === '') return null;
    return Object.assign(new MoneyType(), { amount: decimalOfMinor(minor, currency), currency });
  }
}

/** A whole number of minor units as a decimal of major ones: 1235 USD → '12.35'. */
export function decimalOfMinor(minor: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  const text = Math.abs(minor)
    .toString()
    .padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}

const digitsByCurrency = new Map<string, number>();

function minorUnitDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}
