import 'reflect-metadata';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SuppressionReason, type Suppression } from './suppression-reason.ts';

registerEnumType(SuppressionReason, {
  name: 'SuppressionReason',
  description: 'Why a value is not given.',
  valuesConfig: {
    TOO_FEW_CONTRIBUTORS: { description: 'Protected data: fewer contributors than the threshold.' },
    DOMINANCE: {
      description:
        'Protected data: one contributor has more than 50 % of the total, or two have more than 80 %.',
    },
    COMPLEMENTARY: {
      description: 'Protected data: with this value, another suppressed one could be worked out.',
    },
    TOO_FEW_FOR_STATISTIC: {
      description: 'Protected data: enough contributors for a total, but fewer than this statistic needs.',
    },
    NO_DATA: { description: 'Nothing matches the filter.' },
    NOT_RECORDED: { description: 'The dataset does not record the measure.' },
  },
});

@ObjectType('Suppression', { description: 'Why a value is not given; never shown as 0 or as a blank.' })
export class SuppressionType implements Suppression {
  @Field(() => SuppressionReason, { description: 'The reason.' })
  reason!: SuppressionReason;

  @Field(() => Int, {
    nullable: true,
    description: 'How many contributors the value would need; null where the reason is not their number.',
  })
  threshold!: number | null;
}
