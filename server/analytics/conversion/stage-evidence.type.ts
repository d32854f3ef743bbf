import { Field, ObjectType } from 'type-graphql';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { rowsOfStage, type StageRow, type StageStep } from './profession-stage.ts';
import { Stage } from '../../market/professions/stage.enum.ts';

@ObjectType('StageDate', { description: 'A stage whose rule a profession meets, and since when.' })
export class StageDateType {
  @Field(() => Stage, { description: 'The stage.' })
  stage!: Stage;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'The date of the row with which the rule was first met, where a bare year counts as its beginning; null when the rows that meet it are undated.',
  })
  date!: string | null;
}

@ObjectType('StageEvidence', { description: 'The published rows that put a profession at its stage.' })
export class StageEvidenceType {
  rows!: readonly StageRow[];

  @Field(() => Stage, { description: 'The stage.' })
  stage!: Stage;

  /** The evidence of a stage, out of all rows of a profession. */
  static of(stage: Stage, rows: readonly StageRow[]): StageEvidenceType {
    return Object.assign(new StageEvidenceType(), { stage, rows: rowsOfStage(stage, rows) });
  }
}

@ObjectType('ConversionEvent', { description: 'A profession meets the rule of a stage for the first time.' })
export class ConversionEventType {
  professionId!: number;
  row!: StageRow;

  @Field(() => Stage, { description: 'The stage.' })
  stage!: Stage;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'The date of the row with which the rule was first met, where a bare year counts as its beginning; null when the rows that meet it are undated.',
  })
  date!: string | null;

  /** The event of a step of a profession. */
  static of(step: StageStep & { professionId: number }): ConversionEventType {
    return Object.assign(new ConversionEventType(), step);
  }
}
