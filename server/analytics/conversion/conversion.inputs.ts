import { Field, InputType, Int } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { Stage } from '../../market/professions/stage.enum.ts';

@InputType('ConversionFilter', {
  description:
    'Which occupations a conversion is about, shares included: all conditions hold, lists mean any-of.',
})
export class ConversionFilter {
  @Field(() => [String], { nullable: true, description: 'In the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'With these 2018 SOC codes.' })
  profession?: string[] | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Of these O*NET job zones, 2 (some preparation) to 5 (extensive).',
  })
  jobZone?: number[] | null;

  @Field(() => [Stage], { nullable: true, description: 'At these stages.' })
  stage?: Stage[] | null;
}

export enum OccupationOrderField {
  SOC_CODE = 'SOC_CODE',
  STAGE = 'STAGE',
  EMPLOYMENT = 'EMPLOYMENT',
  WAGE_BILL = 'WAGE_BILL',
}

export const OccupationOrder = orderInput('Occupation', OccupationOrderField, {
  SOC_CODE: 'The 2018 SOC code.',
  STAGE: 'The stage, then the wage bill.',
  EMPLOYMENT: 'Persons employed.',
  WAGE_BILL: 'The wage bill.',
});
export type OccupationOrder = InstanceType<typeof OccupationOrder>;
