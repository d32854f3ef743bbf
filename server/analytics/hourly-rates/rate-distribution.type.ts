import { Arg, Field, Float, Int, ObjectType } from 'type-graphql';
import { SuppressionType, type Door } from '../../disclosure/index.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import { checkedPoints, EarningGroup } from '../earning-filter/index.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import type { MeasuredRates } from './measured-rates.ts';

@ObjectType('RateDistribution', {
  implements: EarningGroup,
  description:
    'Hourly rates as a ledger shows them paid: Σ amount ÷ Σ hours of each engagement, which is one expert on one project.',
})
export class RateDistributionType extends EarningGroup {
  measure!: MeasuredRates;
  door!: Door;

  @Field(() => Int, { description: 'How many engagements have a rate.' })
  engagements!: number;

  @Field(() => Int, { description: 'How many experts have them.' })
  contributors!: number;

  @Field(() => Int, {
    description: 'How many engagements were left out, because hours or amount are not known.',
  })
  leftOut!: number;

  @Field(() => Boolean, { description: 'Does an engagement count by its hours? Otherwise each counts once.' })
  weighted!: boolean;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description:
      'The currency of the rates, which are per hour in its major unit; null where there is no money.',
  })
  currency!: string | null;

  @Field(() => Float, { nullable: true, description: 'The 10th percentile; null where suppressed.' })
  p10!: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower quartile; null where suppressed.' })
  p25!: number | null;

  @Field(() => Float, { nullable: true, description: 'The median; null where suppressed.' })
  median!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper quartile; null where suppressed.' })
  p75!: number | null;

  @Field(() => Float, { nullable: true, description: 'The 90th percentile; null where suppressed.' })
  p90!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The mean of the rates; weighted, all money over all hours; null where suppressed.',
  })
  mean!: number | null;

  @Field(() => SuppressionType, {
    nullable: true,
    description: 'Why the rates are not given; null when they are.',
  })
  suppression!: SuppressionType | null;

  @Field(() => ProvenanceType, { description: 'Where the numbers come from.' })
  provenance!: ProvenanceType;

  @Cost({ weight: 10 })
  @Field(() => [Float], {
    description:
      'Quantiles at equally spaced probabilities from 0 to 1, for a picture of the distribution; empty where suppressed. On protected data they are read between the five that are given, and tell no more.',
  })
  quantiles(
    @Arg('points', () => Int, { nullable: true, defaultValue: 101, description: 'How many, 2 to 501.' })
    points: number | null,
  ): number[] | Promise<number[]> {
    const count = checkedPoints(points ?? 101);
    return this.suppression === null ? this.measure.ladder(count, this.door.quantileSteps) : [];
  }
}
