import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { IntervalType } from '../estimate/estimate.type.ts';
import type { PredictionAgreement } from './prediction-agreement.ts';
import { Prediction } from './prediction.enum.ts';

@ObjectType('PredictionAgreement', {
  description:
    'How far a published prediction of exposure to AI agrees with the stages that are observed: context, in no other number.',
})
export class PredictionAgreementType {
  readInterval!: PredictionAgreement['interval'];

  @Field(() => Prediction, { description: 'Whose prediction.' })
  prediction!: Prediction;

  @Field(() => Int, { description: 'How many of the occupations asked about it speaks of.' })
  n!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Spearman's rank correlation of prediction and stage, −1 to 1, ties sharing their mean rank; null where one of them does not vary.",
  })
  correlation!: number | null;

  @Cost({ weight: 20 })
  @Field(() => IntervalType, {
    nullable: true,
    description: 'Its 95 % interval; null below 30 occupations and where there is no correlation.',
  })
  interval(): IntervalType | null {
    return this.readInterval();
  }

  /** The type of a measured agreement. */
  static of({ interval, ...fields }: PredictionAgreement): PredictionAgreementType {
    return Object.assign(new PredictionAgreementType(), fields, { readInterval: interval });
  }
}
