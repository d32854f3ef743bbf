import { Field, ID, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { EvidenceKind, EvidenceScope, Verification } from './conversion-evidence.enums.ts';

@InputType('ConversionEvidenceFilter', {
  description: 'Which evidence: all conditions hold, lists mean any-of.',
})
export class ConversionEvidenceFilter {
  @Field(() => [String], { nullable: true, description: 'Of the professions with these 2018 SOC codes.' })
  profession?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of professions in the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of the projects with these ids.' })
  project?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'From the sources with these slugs.' })
  source?: string[] | null;

  @Field(() => [EvidenceKind], { nullable: true, description: 'Of these kinds.' })
  kind?: EvidenceKind[] | null;

  @Field(() => [EvidenceScope], { nullable: true, description: 'Whose counts cover this.' })
  scope?: EvidenceScope[] | null;

  @Field(() => [Verification], { nullable: true, description: 'Checked against these.' })
  verified?: Verification[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Written by members of the profession, or not.' })
  expertBuilt?: boolean | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Released from then on. Dates are compared as far as they are known: a row that says only 2025 passes from 2025, and not from 2025-01 or any later. Rows without a date are left out.',
  })
  from?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Released up to the end of that year, month or day. A row that says only 2025 passes any date in that year. Rows without a date are left out.',
  })
  to?: string | null;
}

export enum ConversionEvidenceOrderField {
  RELEASED_ON = 'RELEASED_ON',
  NAME = 'NAME',
  ITEMS = 'ITEMS',
}

export const ConversionEvidenceOrder = orderInput('ConversionEvidence', ConversionEvidenceOrderField, {
  RELEASED_ON: 'When it was released.',
  NAME: 'The name of the benchmark or programme.',
  ITEMS: 'How many tasks, questions or cases.',
});
export type ConversionEvidenceOrder = InstanceType<typeof ConversionEvidenceOrder>;
