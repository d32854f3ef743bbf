import { Field, Int, ObjectType } from 'type-graphql';
import { fill } from '../../graphql/node.ts';
import type { Row } from '../../graphql/row-type.ts';
import { DateTimeScalar } from '../../graphql/scalars/index.ts';

@ObjectType('Erasure', {
  description: 'A person was erased from a dataset, and its totals moved; the log never says who.',
})
export class ErasureType {
  @Field(() => DateTimeScalar, { description: 'When.' })
  erasedAt!: Date;

  @Field(() => Int, { description: 'The number of the newest release then.' })
  release!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many rows went; null for whoever may not read the rows of the dataset.',
  })
  rows!: number | null;

  @Field(() => String, { description: 'The reason that was given, if any.' })
  reason!: string;

  /** The type of a row, with or without what tells of the person. */
  static of({ erased_at: erasedAt, release, rows, reason }: Row<'erasure'>, withRows: boolean): ErasureType {
    return fill(new ErasureType(), { erasedAt, release, reason, rows: withRows ? rows : null });
  }
}
