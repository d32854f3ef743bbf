import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import { MarketWageType } from './market-wage.type.ts';
import { PayGroupType } from './pay-group.type.ts';
import type { PayRow } from './pay-row.ts';
import type { Premium } from './premium.ts';
import type { RateSummary } from './rate-summary.ts';

@ObjectType('PayRate', {
  description:
    'The offered rate of a group of published observations, per hour and in one currency. Of the group, n + capped + openEnded + otherBases + otherCurrencies is every observation.',
})
export class PayRateType {
  rows!: readonly PayRow[];

  @Field(() => PayGroupType, { description: 'What the observations have in common.' })
  group!: PayGroupType;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of every rate here.' })
  currency!: string;

  @Field(() => Int, {
    description: 'How many hourly rates with a typical rate: what median and quartiles rest on.',
  })
  n!: number;

  @Field(() => Int, {
    description: "How many hourly rates that only say 'up to': drawn as a cap, in no median.",
  })
  capped!: number;

  @Field(() => Int, { description: "How many hourly rates that only say 'from': in no median." })
  openEnded!: number;

  @Field(() => Int, {
    description: 'How many rates in the currency by task, project, month or year: never converted.',
  })
  otherBases!: number;

  @Field(() => Int, {
    description: 'How many rates in another currency, whatever they are paid for: never converted.',
  })
  otherCurrencies!: number;

  @Field(() => Int, {
    description:
      'How many of the hourly rates show the band of a listing template, the same whatever the job.',
  })
  templateBands!: number;

  @Field(() => Int, { description: 'How many platforms pay them, by name; brands of one owner count once.' })
  platforms!: number;

  @Field(() => Float, { nullable: true, description: 'The median of the typical rates; null when n is 0.' })
  median!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The lower quartile of the typical rates (R-7); null below n = 5.',
  })
  p25!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The upper quartile of the typical rates (R-7); null below n = 5.',
  })
  p75!: number | null;

  @Field(() => Float, { nullable: true, description: "The lowest end published; null when only 'up to' is." })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: "The highest end published, an 'up to' included." })
  high!: number | null;

  @Field(() => MarketWageType, {
    nullable: true,
    description:
      'What the occupation earns on the ordinary labour market; null for a group that is no one occupation.',
  })
  market!: MarketWageType | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'premiumOffered ÷ market median − 1: 0.5 is half as much again. Null without either, or in another currency than the market wage.',
  })
  premium!: number | null;

  @Field(() => Boolean, {
    description: 'True where the market wage is a lower bound: the premium is then at most that.',
  })
  premiumIsUpperBound!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      "The median typical rate that the premium compares: of the observations that state the market's country or, as most listings, none. Those that state another country are left out.",
  })
  premiumOffered!: number | null;

  @Field(() => Int, { description: 'How many typical rates premiumOffered rests on.' })
  premiumN!: number;

  /** The pay rate of a group, from its measures. */
  static of(
    group: PayGroupType,
    currency: string,
    rows: readonly PayRow[],
    summary: RateSummary,
    compared: { market: MarketWageType; premium: Premium } | null,
  ): PayRateType {
    return Object.assign(new PayRateType(), summary, {
      group,
      currency,
      rows,
      market: compared?.market ?? null,
      premium: compared?.premium.premium ?? null,
      premiumIsUpperBound: compared?.premium.isUpperBound ?? false,
      premiumOffered: compared?.premium.offered ?? null,
      premiumN: compared?.premium.n ?? 0,
    });
  }
}
