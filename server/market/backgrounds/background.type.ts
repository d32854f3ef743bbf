import { Field, Float, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { FormerEmployer } from '../experts/expert.enums.ts';
import { BackgroundKind, YearsBasis } from './background.enums.ts';

@ObjectType('Background', {
  implements: Node,
  description:
    'What a published offer asks of people, or a report says of them, that vouches for what they know. Coded by us; an offer that says nothing of it has none.',
})
export class BackgroundType extends Node {
  static readonly table = 'know_how_background';
  row!: Row<'know_how_background'>;

  @Field(() => String, { description: 'Its key in the published data.' })
  key!: string;

  @Field(() => String, { description: 'The offer or programme, as the source words it.' })
  subject!: string;

  @Field(() => BackgroundKind, { description: 'What vouches.' })
  kind!: BackgroundKind;

  @Field(() => FormerEmployer, {
    nullable: true,
    description: 'The kind of former employer; null for other kinds of background.',
  })
  formerEmployer!: FormerEmployer | null;

  @Field(() => Float, { nullable: true, description: 'Years of experience; null for other kinds.' })
  years!: number | null;

  @Field(() => YearsBasis, { nullable: true, description: 'What those years are.' })
  yearsBasis!: YearsBasis | null;

  /** The type of a row. */
  static of(row: Row<'know_how_background'>): BackgroundType {
    return fill(new BackgroundType(), {
      row,
      id: nodeId('Background', row.id),
      key: row.key,
      subject: row.subject,
      kind: row.kind as BackgroundKind,
      formerEmployer: row.former_employer as FormerEmployer | null,
      years: row.years,
      yearsBasis: row.years_basis as YearsBasis | null,
    });
  }
}

export const BackgroundConnection = connectionType('Background', () => BackgroundType);
