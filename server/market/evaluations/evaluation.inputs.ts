import { Field, ID, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';

@InputType('EvaluationFilter', { description: 'Which evaluations: all conditions hold, lists mean any-of.' })
export class EvaluationFilter {
  @Field(() => [ID], { nullable: true, description: 'On the benchmarks with these project ids.' })
  project?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of these models.' })
  model?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'From the sources with these slugs.' })
  source?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'At or above expert parity, or below.' })
  atOrAboveExpertParity?: boolean | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Published from then on. Dates are compared as far as they are known: a row that says only 2025 passes from 2025, and not from 2025-01 or any later. Rows without a date are left out.',
  })
  from?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Published up to the end of that year, month or day. A row that says only 2025 passes any date in that year. Rows without a date are left out.',
  })
  to?: string | null;
}

export enum EvaluationOrderField {
  PUBLISHED_ON = 'PUBLISHED_ON',
  MODEL = 'MODEL',
  SCORE = 'SCORE',
}

export const EvaluationOrder = orderInput('Evaluation', EvaluationOrderField, {
  PUBLISHED_ON: 'When it was published.',
  MODEL: 'The name of the model.',
  SCORE: 'The score, metrics side by side.',
});
export type EvaluationOrder = InstanceType<typeof EvaluationOrder>;
