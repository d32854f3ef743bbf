import { Field, Float, Int, ObjectType } from 'type-graphql';
import { SuppressionType } from '../../disclosure/index.ts';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';

@ObjectType('ReleaseStatistics', { description: 'The headline statistics of a dataset at one release.' })
export class ReleaseStatisticsType {
  @Field(() => Int, {
    description: 'n: how many contributors have a net total above 0; 0 where protected data withhold them.',
  })
  contributors!: number;

  @Field(() => Float, { nullable: true, description: 'The sum over them; null where withheld.' })
  total!: number | null;

  @Field(() => Float, { nullable: true, description: 'The Gini coefficient; null where withheld.' })
  gini!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of the total, 0 to 1, that the top tenth hold; null where withheld.',
  })
  topTenth!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of the total, 0 to 1, that the top fifth hold; null where withheld.',
  })
  topFifth!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The smallest share of contributors, 0 to 1, who together hold at least half; null where withheld.',
  })
  halfShare!: number | null;

  @Field(() => SuppressionType, {
    nullable: true,
    description: 'Why they are withheld; null when they are not.',
  })
  suppression!: SuppressionType | null;
}

@ObjectType('ReleaseChanges', { description: 'What a release changed against the one before it.' })
export class ReleaseChangesType {
  @Field(() => Measure, { description: 'What the statistics are of: the first measure of the dataset.' })
  measure!: Measure;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description:
      'The currency of the totals: of several, the one that most rows are in. Null of other measures.',
  })
  currency!: string | null;

  @Field(() => ReleaseStatisticsType, {
    nullable: true,
    description: 'Before it; null of the first release.',
  })
  before!: ReleaseStatisticsType | null;

  @Field(() => ReleaseStatisticsType, { description: 'With it.' })
  after!: ReleaseStatisticsType;
}
