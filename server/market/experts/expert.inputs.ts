import { Field, ID, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { CountryCodeScalar, CurrencyCodeScalar } from '../../graphql/scalars/index.ts';

@InputType('ExpertFilter', { description: 'Which experts: all conditions hold, lists mean any-of.' })
export class ExpertFilter {
  @Field(() => [String], { nullable: true, description: 'Of the datasets with these slugs.' })
  dataset?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Who worked in the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Who worked as, or are, of these 2018 SOC codes.' })
  profession?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Who worked on the projects with these ids.' })
  project?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'In these countries.' })
  country?: string[] | null;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency that the order AMOUNT compares; experts without any come last.',
  })
  currency?: string | null;
}

export enum ExpertOrderField {
  PSEUDONYM = 'PSEUDONYM',
  AMOUNT = 'AMOUNT',
  HOURS = 'HOURS',
  UNITS = 'UNITS',
  IMPROVEMENT = 'IMPROVEMENT',
}

export const ExpertOrder = orderInput('Expert', ExpertOrderField, {
  PSEUDONYM: 'The pseudonym.',
  AMOUNT: 'Total money in the currency that the filter names.',
  HOURS: 'Total hours.',
  UNITS: 'Total units.',
  IMPROVEMENT: 'Total improvement.',
});
export type ExpertOrder = InstanceType<typeof ExpertOrder>;
