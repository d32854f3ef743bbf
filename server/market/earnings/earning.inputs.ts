import { Field, ID, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { CountryCodeScalar, CurrencyCodeScalar, DateScalar } from '../../graphql/scalars/index.ts';

@InputType('EarningFilter', { description: 'Which earnings: all conditions hold, lists mean any-of.' })
export class EarningFilter {
  @Field(() => [String], { nullable: true, description: 'Of the datasets with these slugs.' })
  dataset?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of the experts with these ids.' })
  expert?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'On the projects with these ids.' })
  project?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For the professions with these 2018 SOC codes.' })
  profession?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'On projects staffed by the platforms with these slugs.',
  })
  platform?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'On projects for the laboratories with these slugs.',
  })
  laboratory?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'Of experts in these countries.' })
  country?: string[] | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'In this currency.' })
  currency?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From that day on; undated earnings are left out.',
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Up to and with that day; undated earnings are left out.',
  })
  to?: string | null;
}

export enum EarningOrderField {
  PERIOD = 'PERIOD',
  AMOUNT = 'AMOUNT',
  HOURS = 'HOURS',
  UNITS = 'UNITS',
}

export const EarningOrder = orderInput('Earning', EarningOrderField, {
  PERIOD: 'The first day known of the work; undated earnings count as the earliest.',
  AMOUNT: 'The amount in minor units, currencies side by side.',
  HOURS: 'Hours of work.',
  UNITS: 'Accepted pieces of work.',
});
export type EarningOrder = InstanceType<typeof EarningOrder>;
