import { Field, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { OrganisationRole } from './organisation.enums.ts';

@ObjectType('Organisation', {
  implements: Node,
  description:
    'A laboratory, platform, employer or publisher, or a group of them that a source names together.',
})
export class OrganisationType extends Node {
  static readonly table = 'organisation';
  rowId!: number;
  parentId!: number | null;

  @Field(() => String, { description: 'Its name in addresses and filters.' })
  slug!: string;

  @Field(() => String, { description: 'The name it goes by.' })
  name!: string;

  @Field(() => [OrganisationRole], { description: 'What it does in the expert-data economy.' })
  roles!: OrganisationRole[];

  @Field(() => Boolean, {
    description: 'Is it a group that a source names together, such as "AI training platforms"?',
  })
  aggregate!: boolean;

  @Field(() => String, { description: 'What else to know of it.' })
  note!: string;

  /** The type of a row. */
  static of(row: Row<'organisation'>): OrganisationType {
    return fill(new OrganisationType(), {
      rowId: row.id,
      parentId: row.parent_id,
      id: nodeId('Organisation', row.id),
      slug: row.slug,
      name: row.name,
      roles: row.roles as OrganisationRole[],
      aggregate: row.aggregate,
      note: row.note,
    });
  }
}

export const OrganisationConnection = connectionType('Organisation', () => OrganisationType);
