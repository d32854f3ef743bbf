import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CountryCodeScalar, CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import type { MarketWage } from './premium.ts';

@ObjectType('MarketWage', {
  description:
    'What an occupation earns an hour on the ordinary labour market: BLS OEWS, United States, newest year.',
})
export class MarketWageType {
  professionId!: number;
  sourceId!: number;

  @Field(() => CountryCodeScalar, { description: 'The country whose market it is.' })
  country!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => Int, { description: 'The year, in May.' })
  year!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The median hourly wage; null where only annual wages are published, as for teachers and pilots.',
  })
  median!: number | null;

  @Field(() => Float, { nullable: true, description: 'The 10th percentile: the low end of the band.' })
  p10!: number | null;

  @Field(() => Float, { nullable: true, description: 'The 90th percentile: the high end of the band.' })
  p90!: number | null;

  @Field(() => Boolean, {
    description: 'Did the statistics cut high wages off that year? Then the wages are lower bounds: write ≥.',
  })
  topCoded!: boolean;

  /** The type of a wage that was read. */
  static of(wage: MarketWage): MarketWageType {
    return Object.assign(new MarketWageType(), wage);
  }
}
