import { Field, InputType, Int } from 'type-graphql';
import { Stage } from './stage.enum.ts';
import { orderInput } from '../../graphql/paging/index.ts';

@InputType('ProfessionFilter', { description: 'Which professions: all conditions hold, lists mean any-of.' })
export class ProfessionFilter {
  @Field(() => [String], { nullable: true, description: 'With these 2018 SOC codes.' })
  profession?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'In the SOC major groups with these two digits, such as 13 for business and finance.',
  })
  majorGroup?: string[] | null;

  @Field(() => [Int], { nullable: true, description: 'Of these O*NET job zones, 1 to 5.' })
  jobZone?: number[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Among the occupations of the GDPval benchmark, or not.',
  })
  gdpval?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With at least one published pay observation, or with none.',
  })
  observed?: boolean | null;

  @Field(() => [Stage], {
    nullable: true,
    description: 'At these stages of conversion, as their published evidence has it now.',
  })
  stage?: Stage[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'That this text names: a title, an everyday name such as banker or médecin, a job title that workers report. `searchProfessions` gives them best first.',
  })
  search?: string | null;
}

export enum ProfessionOrderField {
  SOC_CODE = 'SOC_CODE',
  TITLE = 'TITLE',
  EMPLOYMENT = 'EMPLOYMENT',
  MEDIAN_WAGE = 'MEDIAN_WAGE',
  EXPOSURE = 'EXPOSURE',
}

export const ProfessionOrder = orderInput('Profession', ProfessionOrderField, {
  SOC_CODE: 'The 2018 SOC code.',
  TITLE: 'The English title.',
  EMPLOYMENT: 'Persons employed in the newest year.',
  MEDIAN_WAGE: 'Median hourly wage of the newest year.',
  EXPOSURE: 'GPT-4 rated β.',
});
export type ProfessionOrder = InstanceType<typeof ProfessionOrder>;
