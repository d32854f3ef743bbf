import { Field, Float, Int, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { EvidenceKind, EvidencePayBasis, EvidenceScope, Verification } from './conversion-evidence.enums.ts';

@ObjectType('ConversionEvidence', {
  implements: Node,
  description: 'One published sign that the know-how of a profession is being turned into data for models.',
})
export class ConversionEvidenceType extends Node {
  static readonly table = 'conversion_evidence';
  rowId!: number;
  sourceId!: number;
  projectId!: number | null;
  professionId!: number | null;

  @Field(() => String, { description: 'Its key in the published data.' })
  key!: string;

  @Field(() => String, { description: 'The name of the benchmark or programme.' })
  name!: string;

  @Field(() => String, { description: 'Who published it.' })
  publisher!: string;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When it was released.' })
  releasedOn!: string | null;

  @Field(() => String, { description: 'The profession, as the source words it.' })
  professionLabel!: string;

  @Field(() => EvidenceKind, { description: 'What kind of sign it is.' })
  kind!: EvidenceKind;

  @Field(() => EvidenceScope, { description: 'What its counts cover.' })
  scope!: EvidenceScope;

  @Field(() => Boolean, {
    description: 'Did members of the profession write it? Only then it counts as measured.',
  })
  expertBuilt!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many tasks, questions or cases.' })
  items!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many experts took part.' })
  experts!: number | null;

  @Field(() => Float, { nullable: true, description: 'Money in US dollars; what it is, the basis says.' })
  payUsd!: number | null;

  @Field(() => EvidencePayBasis, { nullable: true, description: 'What the money is.' })
  payBasis!: EvidencePayBasis | null;

  @Field(() => Verification, { description: 'What it was checked against.' })
  verified!: Verification;

  @Field(() => String, { description: 'What else to know of it.' })
  note!: string;

  /** The type of a row. */
  static of(row: Row<'conversion_evidence'>): ConversionEvidenceType {
    return fill(new ConversionEvidenceType(), {
      rowId: row.id,
      sourceId: row.source_id,
      projectId: row.project_id,
      professionId: row.profession_id,
      id: nodeId('ConversionEvidence', row.id),
      key: row.key,
      name: row.name,
      publisher: row.publisher,
      releasedOn: row.released_on,
      professionLabel: row.profession_label,
      kind: row.kind as EvidenceKind,
      scope: row.row_kind as EvidenceScope,
      expertBuilt: row.expert_built,
      items: row.items,
      experts: row.experts,
      payUsd: row.pay_usd,
      payBasis: row.pay_basis as EvidencePayBasis | null,
      verified: row.verified as Verification,
      note: row.note,
    });
  }
}

export const ConversionEvidenceConnection = connectionType(
  'ConversionEvidence',
  () => ConversionEvidenceType,
);
