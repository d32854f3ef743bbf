import { Field, Float, InputType } from 'type-graphql';
import { CountryCodeScalar, CurrencyCodeScalar, DecimalScalar } from '../../graphql/scalars/index.ts';
import { Seniority } from '../../market/experts/expert.enums.ts';
import { MatchCriterion } from './match-criterion.enum.ts';

@InputType('HourlyRateInput', { description: 'Money for an hour of work.' })
export class HourlyRateInput {
  @Field(() => DecimalScalar, { description: 'The amount in major units of the currency, above 0.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency: rates in others are not compared.' })
  currency!: string;
}

@InputType('CriterionWeight', { description: 'How much a criterion counts.' })
export class CriterionWeight {
  @Field(() => MatchCriterion, { description: 'The criterion.' })
  criterion!: MatchCriterion;

  @Field(() => Float, { description: 'Its weight beside the others, 0 (does not count) to 100.' })
  weight!: number;
}

@InputType('ProjectRequirements', {
  description:
    'What a project asks of an expert. What is not given does not count; improvement and availability count wherever the ledger records them.',
})
export class ProjectRequirements {
  @Field(() => [String], { nullable: true, description: 'One of these 2018 SOC codes.' })
  profession?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Work in the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => Seniority, { nullable: true, description: 'At least this seniority.' })
  seniority?: Seniority | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'In one of these countries.' })
  country?: string[] | null;

  @Field(() => HourlyRateInput, { nullable: true, description: 'What an hour may cost.' })
  rateCeiling?: HourlyRateInput | null;

  @Field(() => [CriterionWeight], {
    nullable: true,
    description:
      'Other weights than the usual: PROFESSION 4; SECTOR, RATE and IMPROVEMENT 2; SENIORITY, COUNTRY and AVAILABILITY 1.',
  })
  weights?: CriterionWeight[] | null;
}
