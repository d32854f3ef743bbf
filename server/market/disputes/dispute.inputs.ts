import { Field, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
import { DisputeKind, DisputeState } from './dispute.enums.ts';

@InputType('DisputeFilter', { description: 'Which disputes: all conditions hold, lists mean any-of.' })
export class DisputeFilter {
  @Field(() => [DisputeKind], { nullable: true, description: 'About these.' })
  kind?: DisputeKind[] | null;

  @Field(() => [DisputeState], { nullable: true, description: 'That have come so far.' })
  state?: DisputeState[] | null;

  @Field(() => [String], { nullable: true, description: 'That concern the organisations with these slugs.' })
  organisation?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'From the sources with these slugs.' })
  source?: string[] | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Begun from then on. Dates are compared as far as they are known: a row that says only 2025 passes from 2025, and not from 2025-01 or any later.',
  })
  from?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Begun up to the end of that year, month or day.',
  })
  to?: string | null;
}

export enum DisputeOrderField {
  STARTED_ON = 'STARTED_ON',
  KEY = 'KEY',
}

export const DisputeOrder = orderInput('Dispute', DisputeOrderField, {
  STARTED_ON: 'When it began.',
  KEY: 'The key in the published data.',
});
export type DisputeOrder = InstanceType<typeof DisputeOrder>;
