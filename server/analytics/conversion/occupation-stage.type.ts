import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { MoneyType } from '../../market/money.ts';
import type { ConvertedOccupation } from './conversion.ts';
import { Stage } from '../../market/professions/stage.enum.ts';
import { wageBillOf } from './stage-shares.ts';
import { wageBillMoney } from './stage-share.type.ts';

@ObjectType('OccupationStage', {
  description: 'One occupation, its size and its stage: a cell of the treemap.',
})
export class OccupationStageType {
  professionId!: number;

  @Field(() => Stage, { description: 'Its stage.' })
  stage!: Stage;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The earliest evidence of that stage; null when UNTOUCHED or when the evidence is undated.',
  })
  since!: string | null;

  @Field(() => Int, {
    description: 'How many platforms recruit it, by name; brands of one owner count once.',
  })
  platforms!: number;

  @Field(() => Int, { description: 'How many expert-built benchmarks cover it.' })
  benchmarks!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Employees, the self-employed left out; null when not published.',
  })
  employment!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean wage, US dollars a year; null when not published.',
  })
  meanAnnual!: number | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'Employment × mean annual wage; null when either is missing.',
  })
  wageBill!: MoneyType | null;

  /** The type of an occupation at its stage. */
  static of(occupation: ConvertedOccupation): OccupationStageType {
    const { professionId, stage, progress, employment, meanAnnual } = occupation;
    const bill = wageBillOf(occupation);
    return Object.assign(new OccupationStageType(), {
      professionId,
      stage,
      since: progress.steps.at(-1)?.date ?? null,
      platforms: progress.platforms,
      benchmarks: progress.benchmarks,
      employment,
      meanAnnual,
      wageBill: bill === null ? null : wageBillMoney(bill),
    });
  }
}
