import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { OwnershipSide, PositionRole } from './position.enums.ts';

@ObjectType('OwnershipPosition', {
  implements: Node,
  description:
    'Where somebody has put the line, in public, between what a person knows, what an employer owns and what a buyer has paid for.',
})
export class OwnershipPositionType extends Node {
  static readonly table = 'ownership_position';
  row!: Row<'ownership_position'>;

  @Field(() => String, { description: 'Its key in the published data.' })
  key!: string;

  @Field(() => PositionRole, { description: 'As what they took it.' })
  role!: PositionRole;

  @Field(() => OwnershipSide, { description: 'Whose the know-how is by it.' })
  side!: OwnershipSide;

  @Field(() => PartialDateScalar, { description: 'When it was taken.' })
  saidOn!: string;

  @Field(() => String, { description: 'Who took it.' })
  holder(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.row.holder_en, this.row.holder_fr);
  }

  @Field(() => String, { description: 'The position, in our words.' })
  statement(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.row.statement_en, this.row.statement_fr);
  }

  /** The type of a row. */
  static of(row: Row<'ownership_position'>): OwnershipPositionType {
    return fill(new OwnershipPositionType(), {
      row,
      id: nodeId('OwnershipPosition', row.id),
      key: row.key,
      role: row.role as PositionRole,
      side: row.side as OwnershipSide,
      saidOn: row.said_on,
    });
  }
}

export const OwnershipPositionConnection = connectionType('OwnershipPosition', () => OwnershipPositionType);
