import { Field, Float, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';

@ObjectType('MarketFact', {
  implements: Node,
  description: 'One published number about the market for expert data.',
})
export class MarketFactType extends Node {
  static readonly table = 'market_fact';
  sourceId!: number;
  organisationId!: number | null;
  projectId!: number | null;

  @Field(() => String, { description: 'Its key in the published data, such as fact-0001.' })
  key!: string;

  @Field(() => String, { description: 'Whom or what it is about, as the source words it.' })
  subject!: string;

  @Field(() => String, { description: 'What was measured, such as valuation or contractors_active.' })
  metric!: string;

  @Field(() => Float, { description: 'The number.' })
  value!: number;

  @Field(() => String, { description: 'Its unit, such as USD, USD/year, people or percent.' })
  unit!: string;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it was so.' })
  asOf!: string | null;

  @Field(() => String, { description: 'What else the source says of it.' })
  note!: string;

  /** The type of a row. */
  static of(row: Row<'market_fact'>): MarketFactType {
    return fill(new MarketFactType(), {
      sourceId: row.source_id,
      organisationId: row.organisation_id,
      projectId: row.project_id,
      id: nodeId('MarketFact', row.id),
      key: row.key,
      subject: row.subject,
      metric: row.metric,
      value: row.value,
      unit: row.unit,
      asOf: row.as_of,
      note: row.note,
    });
  }
}

export const MarketFactConnection = connectionType('MarketFact', () => MarketFactType);
