import { Field, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PartialDateScalar, UrlScalar } from '../../graphql/scalars/index.ts';
import { Reliability, reliabilityOfGrade } from '../reliability.ts';
import { SourceKind } from './source.enums.ts';

@ObjectType('Source', { implements: Node, description: 'A publication that numbers here rest on.' })
export class SourceType extends Node {
  static readonly table = 'source';
  rowId!: number;

  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string;

  @Field(() => String, { description: 'Its title, in its own language.' })
  title!: string;

  @Field(() => String, { description: 'Who published it.' })
  publisher!: string;

  @Field(() => UrlScalar, { description: 'Where it can be read.' })
  url!: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was published; null when it does not say.',
  })
  publishedOn!: string | null;

  @Field(() => String, { description: 'Its language by BCP 47 tag, such as en.' })
  language!: string;

  @Field(() => SourceKind, { description: 'What kind of publication it is.' })
  kind!: SourceKind;

  @Field(() => Reliability, { description: 'How far it can be relied on.' })
  reliability!: Reliability;

  @Field(() => String, {
    nullable: true,
    description: 'The licence of its data, where data was taken from it.',
  })
  licence!: string | null;

  @Field(() => String, {
    description: 'How it was read, when not in the original (a mirror, a digest); empty otherwise.',
  })
  note!: string;

  /** The type of a row. */
  static of(row: Row<'source'>): SourceType {
    return fill(new SourceType(), {
      rowId: row.id,
      id: nodeId('Source', row.id),
      slug: row.slug,
      title: row.title,
      publisher: row.publisher,
      url: row.url,
      publishedOn: row.published_on,
      language: row.language,
      kind: row.kind as SourceKind,
      reliability: reliabilityOfGrade(row.reliability),
      licence: row.licence,
      note: row.note,
    });
  }
}

export const SourceConnection = connectionType('Source', () => SourceType);
