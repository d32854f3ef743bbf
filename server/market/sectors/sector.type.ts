import { Field, Int, ObjectType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';

@ObjectType('Sector', {
  implements: Node,
  description:
    'A field of expert work: one of the shared sectors, or a kind of work that a ledger names itself.',
})
export class SectorType extends Node {
  static readonly table = 'sector';
  rowId!: number;
  datasetId!: number | null;
  names!: Pick<Row<'sector'>, 'name_en' | 'name_fr'>;

  @Field(() => String, {
    description: "Its name in addresses and filters; a ledger's own begins with its slug.",
  })
  slug!: string;

  @Field(() => Int, { description: 'Its place among its kind when they are shown together.' })
  position!: number;

  @Field(() => String, { description: 'Its name.' })
  name(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.names.name_en, this.names.name_fr);
  }

  /** The type of a row. */
  static of(row: Row<'sector'>): SectorType {
    return fill(new SectorType(), {
      rowId: row.id,
      datasetId: row.dataset_id,
      names: row,
      id: nodeId('Sector', row.id),
      slug: row.slug,
      position: row.position,
    });
  }
}

export const SectorConnection = connectionType('Sector', () => SectorType);
