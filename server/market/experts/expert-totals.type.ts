import { Field, Float, Int, ObjectType } from 'type-graphql';
import { fill } from '../../graphql/node.ts';
import { MoneyType } from '../money.ts';

@ObjectType('ExpertTotals', {
  description: "What an expert contributed in all, at the dataset's version, reversals netted.",
})
export class ExpertTotalsType {
  @Field(() => Int, { description: 'How many earnings.' })
  entries!: number;

  @Field(() => [MoneyType], { description: 'The money earned, one amount a currency.' })
  amounts!: MoneyType[];

  @Field(() => Float, { nullable: true, description: 'Hours of work; null where the ledger has none.' })
  hours!: number | null;

  @Field(() => Float, { description: 'Accepted pieces of work.' })
  units!: number;

  @Field(() => Float, {
    nullable: true,
    description: "The project's score of improvement; null where it has none.",
  })
  improvement!: number | null;

  /** The sum of an expert's totals, one row a currency. */
  static of(rows: readonly CurrencyTotals[]): ExpertTotalsType {
    return fill(new ExpertTotalsType(), {
      entries: sum(rows.map(({ entries }) => entries)) ?? 0,
      amounts: rows.flatMap((row) => MoneyType.ofMinor(row.amount_minor, row.currency) ?? []),
      hours: sum(rows.map(({ hours }) => hours)),
      units: sum(rows.map(({ units }) => units)) ?? 0,
      improvement: sum(rows.map(({ improvement }) => improvement)),
    });
  }
}

export interface CurrencyTotals {
  currency: string;
  entries: number;
  amount_minor: number | null;
  hours: number | null;
  units: number;
  improvement: number | null;
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (value === null ? total : (total ?? 0) + value), null);
}
