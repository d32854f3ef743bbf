import { Field, Float, ObjectType } from 'type-graphql';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { CountryCodeScalar, CurrencyCodeScalar, PartialDateScalar } from '../../graphql/scalars/index.ts';
import { PayBasis, PayKind, TypicalBasis } from './pay.enums.ts';

@ObjectType('PayObservation', { implements: Node, description: 'One published rate of pay for expert work.' })
export class PayObservationType extends Node {
  static readonly table = 'pay_observation';
  sourceId!: number;
  platformId!: number;
  laboratoryId!: number | null;
  sectorId!: number;
  professionId!: number | null;

  @Field(() => String, { description: 'Its key in the published data, such as pay-0001.' })
  key!: string;

  @Field(() => String, { description: 'The role, as the source words it.' })
  roleTitle!: string;

  @Field(() => String, { description: 'The profession that the role asks for, as the source words it.' })
  professionLabel!: string;

  @Field(() => PayBasis, { description: 'What the rate is paid for.' })
  basis!: PayBasis;

  @Field(() => Float, {
    nullable: true,
    description: 'The low end of the range, in major units of the currency.',
  })
  low!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The high end of the range, in major units of the currency; without a low end it is an 'up to'.",
  })
  high!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The published typical rate, else the midpoint of a two-ended range; null for 'up to' alone.",
  })
  typical!: number | null;

  @Field(() => TypicalBasis, { nullable: true, description: 'Where the typical rate comes from.' })
  typicalBasis!: TypicalBasis | null;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the rate.' })
  currency!: string;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'Where the work is offered; null when not said.',
  })
  country!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'When the rate was seen.' })
  observedOn!: string | null;

  @Field(() => PayKind, { description: 'Who says that this is paid.' })
  kind!: PayKind;

  @Field(() => Boolean, {
    description: "Is it the band of a listing's template, the same whatever the profession?",
  })
  templateBand!: boolean;

  @Field(() => String, { description: 'What else the source says of it.' })
  note!: string;

  /** The type of a row. */
  static of(row: Row<'pay_observation'>): PayObservationType {
    return fill(new PayObservationType(), {
      sourceId: row.source_id,
      platformId: row.platform_id,
      laboratoryId: row.laboratory_id,
      sectorId: row.sector_id,
      professionId: row.profession_id,
      id: nodeId('PayObservation', row.id),
      key: row.key,
      roleTitle: row.role_title,
      professionLabel: row.profession_label,
      basis: row.basis as PayBasis,
      low: row.low,
      high: row.high,
      ...typicalRate(row),
      currency: row.currency,
      country: row.country,
      observedOn: row.observed_on,
      kind: row.kind as PayKind,
      templateBand: row.template_band,
      note: row.note,
    });
  }
}

/** The typical rate of an observation: as published, or else the midpoint of a range with two ends. */
export function typicalRate({
  low,
  high,
  typical,
}: Pick<Row<'pay_observation'>, 'low' | 'high' | 'typical'>): {
  typical: number | null;
  typicalBasis: TypicalBasis | null;
} {
  if (typical !== null) return { typical, typicalBasis: TypicalBasis.PUBLISHED };
  if (low === null || high === null) return { typical: null, typicalBasis: null };
  return { typical: Number(((low + high) / 2).toFixed(6)), typicalBasis: TypicalBasis.MIDPOINT };
}

export const PayObservationConnection = connectionType('PayObservation', () => PayObservationType);
