import { Field, Int, ObjectType } from 'type-graphql';
import { CountryCodeScalar, PartialDateScalar } from '../../graphql/scalars/index.ts';
import type { ProfessionType } from '../../market/professions/profession.type.ts';
import { MarketWageType } from './market-wage.type.ts';
import { PayRateType } from './pay-rate.type.ts';

@ObjectType('RateBenchmark', {
  description:
    'What the work of one occupation costs: as offered for training data, as earned on the market, as paid in ledgers.',
})
export class RateBenchmarkType {
  asked!: ProfessionType;

  @Field(() => CountryCodeScalar, { description: 'The country that it is for.' })
  country!: string;

  @Field(() => PayRateType, {
    nullable: true,
    description:
      'What is offered, in the currency of the country’s market wage or else US dollars: of the observations that state the country or, as most listings, none. Null without one.',
  })
  published!: PayRateType | null;

  @Field(() => PayRateType, {
    nullable: true,
    description:
      'Of what is offered, only the observations that state the country; null where none does. What published adds states no country.',
  })
  publishedInCountry!: PayRateType | null;

  @Field(() => MarketWageType, {
    nullable: true,
    description: 'What the occupation earns on the ordinary labour market; null outside the United States.',
  })
  market!: MarketWageType | null;

  @Field(() => Int, {
    description:
      'How many published typical rates it rests on: those that state the country and those that state none.',
  })
  n!: number;

  @Field(() => Int, {
    description:
      'How many of n state the country. The others state none and are the same whichever country is asked for: where this is 0, nothing published is about the country itself.',
  })
  statedCountry!: number;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'How fresh it is: when the newest of the observations was seen; null when none is dated.',
  })
  freshness!: string | null;
}
