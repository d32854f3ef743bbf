import { Arg, Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import { SuppressionType, type Door } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { LocaleArg, type Locale } from '../../graphql/locale.ts';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { Reliability } from '../../market/reliability.ts';
import {
  checkedFraction,
  checkedPoints,
  mostPoints,
  unitOf,
  type LedgerScope,
} from '../earning-filter/index.ts';
import { EstimateType } from '../estimate/estimate.type.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import type { Measured } from './measured.ts';
import { LorenzPointType } from './lorenz-point.type.ts';

export interface ConcentrationAnswer {
  scope: LedgerScope;
  measured: Measure;
  measure: Measured;
  door: Door;
  suppression: SuppressionType | null;
}

@ObjectType('Concentration', {
  description: 'How unevenly a measure is shared out among the contributors of a ledger.',
})
export class ConcentrationType {
  answer!: ConcentrationAnswer;

  @Field(() => Int, {
    description:
      'n: how many contributors have a net total above 0 under the filter; 0 where protected data withhold them.',
  })
  contributors!: number;

  @Field(() => Int, {
    description:
      'How many more match the filter but have a net total of 0 or less, or none that is known; on protected data rounded down to tens.',
  })
  excluded!: number;

  @Field(() => Int, {
    description:
      'How many more have money in other currencies only; always 0 for other measures; on protected data rounded down to tens.',
  })
  otherCurrencies!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The sum over the contributors, in the unit; null exactly when suppression is not.',
  })
  total!: number | null;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency of the measure AMOUNT; null for other measures and where there is no money.',
  })
  currency!: string | null;

  @Field(() => Reliability, { description: 'LOW below 30 contributors, MEDIUM below 100, else HIGH.' })
  reliability!: Reliability;

  @Field(() => SuppressionType, {
    nullable: true,
    description:
      'Why the statistics are not given; null when they are. A single one may still need more contributors.',
  })
  suppression!: SuppressionType | null;

  @Field(() => EstimateType, {
    description: 'The Gini coefficient, 0 (all have the same) to 1 − 1/n (one has all), without correction.',
  })
  gini!: EstimateType;

  @Field(() => Float, {
    nullable: true,
    description: 'The Gini coefficient times n/(n − 1); null for a single contributor and where suppressed.',
  })
  giniCorrected!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Theil index T in nats, 0 (all have the same) to ln n; null where suppressed.',
  })
  theil!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Herfindahl–Hirschman index, the sum of squared shares, 1/n to 1; null where suppressed.',
  })
  hhi!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The 90th percentile over the 10th (R-7), at least 1; null where suppressed.',
  })
  p90p10!: number | null;

  @Field(() => EstimateType, {
    description: 'The smallest share of contributors, 0 to 1, who together hold at least half.',
  })
  halfShare!: EstimateType;

  @Field(() => ProvenanceType, { description: 'Where the numbers come from.' })
  provenance!: ProvenanceType;

  @Field(() => EstimateType, {
    description:
      'The share of the total, 0 to 1, that the ⌈fraction · n⌉ largest hold. On protected data at whole percents: DISCLOSURE_RISK between them.',
  })
  topShare(
    @Arg('fraction', () => Float, { description: 'Which share of contributors, above 0 and up to 1.' })
    fraction: number,
  ): EstimateType {
    const { door, measure, suppression } = this.answer;
    const top = checkedFraction('fraction', fraction);
    return EstimateType.of(
      this.contributors,
      suppression ?? door.topShare(measure.cell, top),
      () => measure.topShare(top),
      (signal) => measure.topShareInterval(top, signal),
    );
  }

  @Cost({ size: { argument: 'points', most: mostPoints } })
  @Field(() => [LorenzPointType], {
    description:
      'The Lorenz curve at equally spaced shares of contributors from 0 to 1; empty where suppressed. On protected data it is a polygon with at least three contributors to a piece.',
  })
  async lorenz(
    @Arg('points', () => Int, {
      nullable: true,
      defaultValue: 101,
      description: 'How many points, 2 to 501.',
    })
    points: number | null,
    @Ctx() { deadline }: Context,
  ): Promise<LorenzPointType[]> {
    const { door, measure, suppression } = this.answer;
    const count = checkedPoints(points ?? 101);
    if (suppression !== null) return [];
    const fractions = door.curveFractions(measure.contributors);
    const band = onlyOnce(() => measure.lorenzBand(count, fractions, deadline.signal));
    const curve = await measure.lorenz(count, fractions);
    return curve.map((point, j) => LorenzPointType.of(point, async () => (await band())?.[j] ?? null));
  }

  @Field(() => String, {
    nullable: true,
    description: 'The unit of the total: a currency code, hours, or what the dataset calls a unit.',
  })
  unit(@LocaleArg() locale: Locale): string | null {
    const { scope, measured } = this.answer;
    return unitOf(scope.dataset, measured, this.currency, locale);
  }
}

/** The same promise to everyone who asks. */
function onlyOnce<Value>(start: () => Promise<Value>): () => Promise<Value> {
  let started: Promise<Value> | null = null;
  return () => (started ??= start());
}
