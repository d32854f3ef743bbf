import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../graphql/scalars/index.ts';
import { UserErrorType } from '../graphql/user-error.type.ts';

@ObjectType('DatasetRetirePayload', { description: 'A dataset that was retired or taken back, or why not.' })
export class DatasetRetirePayload {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is retired; null while it is in use.',
  })
  retiredAt!: Date | null;

  @Field(() => [UserErrorType], { description: 'Empty when it succeeded.' })
  userErrors!: UserErrorType[];
}

@InputType('ExpertEraseInput', { description: 'Whom to erase, for ever.' })
export class ExpertEraseInput {
  @Field(() => ID, { description: 'The id of the expert.' })
  expert!: string;

  @Field(() => String, {
    nullable: true,
    description: 'For the log, which everybody may read: no names.',
  })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True to be told what would go, and leave it.' })
  dryRun?: boolean | null;
}

@ObjectType('ExpertErasePayload', { description: 'What was erased, or why nothing was.' })
export class ExpertErasePayload {
  @Field(() => Int, {
    nullable: true,
    description: 'How many rows went, reversing ones among them; null when there are errors.',
  })
  rows!: number | null;

  @Field(() => [Int], {
    description: 'The releases whose totals moved. Figures that were frozen before stay as they are.',
  })
  releases!: number[];

  @Field(() => [UserErrorType], { description: 'Empty when it succeeded.' })
  userErrors!: UserErrorType[];
}
