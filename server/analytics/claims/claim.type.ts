import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { bilingual } from './words.ts';

export enum ClaimSubject {
  CONCENTRATION = 'CONCENTRATION',
  PAY = 'PAY',
  MARKET = 'MARKET',
  CONVERSION = 'CONVERSION',
  COMPANY = 'COMPANY',
}

registerEnumType(ClaimSubject, {
  name: 'ClaimSubject',
  description: 'What a claim is about.',
  valuesConfig: {
    CONCENTRATION: { description: 'How unevenly contributions are spread.' },
    PAY: { description: 'What experts are paid.' },
    MARKET: { description: 'Who does the work, and what became of those who did it before.' },
    CONVERSION: { description: 'Which professions become training data.' },
    COMPANY: { description: 'One company.' },
  },
});

@ObjectType('Claim', {
  implements: Node,
  description: 'A published statement, with its source, turned into a test.',
})
export class ClaimType extends Node {
  static readonly table = 'claim';
  rowId!: number;
  sourceId!: number;
  row!: Row<'claim'>;

  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string;

  @Field(() => Int, { description: 'Its place among the claims, from 1.' })
  position!: number;

  @Field(() => String, { description: 'Who said it.' })
  speaker!: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was said; null when the source does not say.',
  })
  saidOn!: string | null;

  @Field(() => ClaimSubject, { description: 'What it is about.' })
  subject!: ClaimSubject;

  @Field(() => String, { description: 'What was said, in one sentence of ours.' })
  statement(@LocaleArg() locale: Locale): string {
    const { en, fr } = bilingual(this.row.statement_en, this.row.statement_fr);
    return inLocale(locale, en, fr);
  }

  /** The type of a row. */
  static of(row: Row<'claim'>): ClaimType {
    return fill(new ClaimType(), {
      rowId: row.id,
      sourceId: row.source_id,
      row,
      id: nodeId('Claim', row.id),
      slug: row.slug,
      position: row.position,
      speaker: row.speaker,
      saidOn: row.said_on,
      subject: row.subject as ClaimSubject,
    });
  }
}
