import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar } from '../graphql/scalars/index.ts';
import { decimalOfMinor } from '../money/minor-units.ts';

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
