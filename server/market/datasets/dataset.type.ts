import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { DateTimeScalar } from '../../graphql/scalars/index.ts';
import { Allotment, DatasetKind, Measure } from './dataset.enums.ts';

@ObjectType('Dataset', {
  implements: Node,
  description: 'A body of numbers of one origin: the published facts, a contributor ledger, or a simulation.',
})
export class DatasetType extends Node {
  static readonly table = 'dataset';
  rowId!: number;
  /** Its own row, as everything that lies in a dataset names its dataset. */
  datasetId!: number;
  sourceId!: number | null;
  texts!: Pick<Row<'dataset'>, 'title_en' | 'title_fr' | 'about_en' | 'about_fr' | 'unit_en' | 'unit_fr'>;

  @Field(() => String, { description: 'Its name in addresses and filters.' })
  slug!: string;

  @Field(() => DatasetKind, { description: 'Where its numbers come from.' })
  kind!: DatasetKind;

  @Field(() => String, { nullable: true, description: 'The licence of its data; null when none is known.' })
  licence!: string | null;

  @Field(() => String, { nullable: true, description: 'How to cite it.' })
  citation!: string | null;

  @Field(() => Boolean, { description: 'Do its rows and aggregates need a key with the scope "ledger"?' })
  protected!: boolean;

  @Field(() => Allotment, {
    nullable: true,
    description: 'How work was given out in it; null when it is no ledger.',
  })
  allotment!: Allotment | null;

  @Field(() => [Measure], { description: 'What it can be measured by.' })
  measures!: Measure[];

  @Field(() => DateTimeScalar, { description: 'When it was first imported here.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was withdrawn; null while it is in use.',
  })
  retiredAt!: Date | null;

  @Field(() => String, { description: 'Its title.' })
  title(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.texts.title_en, this.texts.title_fr);
  }

  @Field(() => String, { description: 'What it holds and how it came about.' })
  about(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.texts.about_en, this.texts.about_fr);
  }

  @Field(() => String, {
    nullable: true,
    description: 'What one unit of work is in it, such as "dialogues".',
  })
  unit(@LocaleArg() locale: Locale): string | null {
    return inLocale(locale, this.texts.unit_en, this.texts.unit_fr);
  }

  /** The type of a row. */
  static of(row: Row<'dataset'>): DatasetType {
    return fill(new DatasetType(), {
      rowId: row.id,
      datasetId: row.id,
      sourceId: row.source_id,
      texts: row,
      id: nodeId('Dataset', row.id),
      slug: row.slug,
      kind: row.kind as DatasetKind,
      licence: row.licence,
      citation: row.citation,
      protected: row.protected,
      allotment: row.allotment as Allotment | null,
      measures: row.measures as Measure[],
      createdAt: row.created_at,
      retiredAt: row.retired_at,
    });
  }
}

export const DatasetConnection = connectionType('Dataset', () => DatasetType);
