import { Field, Int, ObjectType } from 'type-graphql';
import type { StageNeed } from './stage-needs.ts';
import { Stage } from '../../market/professions/stage.enum.ts';

@ObjectType('StageNeed', {
  description: 'What published evidence of a profession still lacks before the rule of a stage is met.',
})
export class StageNeedType implements StageNeed {
  @Field(() => Stage, { description: 'The stage that it would reach.' })
  stage!: Stage;

  @Field(() => Int, { description: 'How many paid observations are missing, of any platform.' })
  observations!: number;

  @Field(() => Int, {
    description: 'How many named platforms that recruit are missing; brands of one owner count once.',
  })
  platforms!: number;

  @Field(() => Int, { description: 'How many expert-built benchmarks are missing.' })
  benchmarks!: number;

  @Field(() => Boolean, {
    description: 'Is an evaluation at or above expert parity, on one of its benchmarks, missing?',
  })
  parity!: boolean;
}
