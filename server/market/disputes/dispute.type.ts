import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { DisputeKind, DisputeState } from './dispute.enums.ts';

@ObjectType('Dispute', {
  implements: Node,
  description: 'A published dispute over the work of experts, or over what they know.',
})
export class DisputeType extends Node {
  static readonly table = 'dispute';
  rowId!: number;
  row!: Row<'dispute'>;

  @Field(() => String, { description: 'Its key in the published data.' })
  key!: string;

  @Field(() => DisputeKind, { description: 'What it is about.' })
  kind!: DisputeKind;

  @Field(() => DisputeState, { description: 'How far it has come, as far as published.' })
  state!: DisputeState;

  @Field(() => PartialDateScalar, { description: 'When it began, or was first reported.' })
  startedOn!: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it ended; null while no end is published.',
  })
  endedOn!: string | null;

  @Field(() => String, { description: 'A name of ours for it.' })
  name(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.row.name_en, this.row.name_fr);
  }

  @Field(() => String, { description: 'What the source says of it, in our words.' })
  account(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.row.account_en, this.row.account_fr);
  }

  /** The type of a row. */
  static of(row: Row<'dispute'>): DisputeType {
    return fill(new DisputeType(), {
      rowId: row.id,
      row,
      id: nodeId('Dispute', row.id),
      key: row.key,
      kind: row.kind as DisputeKind,
      state: row.state as DisputeState,
      startedOn: row.started_on,
      endedOn: row.ended_on,
    });
  }
}

export const DisputeConnection = connectionType('Dispute', () => DisputeType);
