import { Field, InputType } from 'type-graphql';
import { orderInput } from '../../graphql/paging/index.ts';
import { CountryCodeScalar, CurrencyCodeScalar, PartialDateScalar } from '../../graphql/scalars/index.ts';
import { Reliability } from '../reliability.ts';
import { PayBasis, PayKind } from './pay.enums.ts';

@InputType('PayFilter', { description: 'Which pay observations: all conditions hold, lists mean any-of.' })
export class PayFilter {
  @Field(() => [String], { nullable: true, description: 'From the sources with these slugs.' })
  source?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In the sectors with these slugs.' })
  sector?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For the professions with these 2018 SOC codes.' })
  profession?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Paid by the platforms with these slugs.' })
  platform?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For the laboratories with these slugs.' })
  laboratory?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'Offered in these countries.' })
  country?: string[] | null;

  @Field(() => [CurrencyCodeScalar], { nullable: true, description: 'In these currencies.' })
  currency?: string[] | null;

  @Field(() => [PayKind], { nullable: true, description: 'Of these kinds.' })
  kind?: PayKind[] | null;

  @Field(() => [PayBasis], { nullable: true, description: 'Paid for these.' })
  basis?: PayBasis[] | null;

  @Field(() => [Reliability], { nullable: true, description: 'From sources of these reliabilities.' })
  reliability?: Reliability[] | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Seen from then on. Dates are compared as far as they are known: a row that says only 2025 passes from 2025, and not from 2025-01 or any later. Rows without a date are left out.',
  })
  from?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Seen up to the end of that year, month or day. A row that says only 2025 passes any date in that year. Rows without a date are left out.',
  })
  to?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only listing templates' bands. False: none of them.",
  })
  templateBand?: boolean | null;
}

export enum PayObservationOrderField {
  OBSERVED_ON = 'OBSERVED_ON',
  LOW = 'LOW',
  HIGH = 'HIGH',
  TYPICAL = 'TYPICAL',
  KEY = 'KEY',
}

export const PayObservationOrder = orderInput('PayObservation', PayObservationOrderField, {
  OBSERVED_ON: 'When the rate was seen.',
  LOW: 'The low end of the range, currencies side by side.',
  HIGH: 'The high end of the range, currencies side by side.',
  TYPICAL: 'The typical rate, currencies side by side.',
  KEY: 'The key in the published data.',
});
export type PayObservationOrder = InstanceType<typeof PayObservationOrder>;
