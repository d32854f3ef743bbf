import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import { Dimension } from '../earning-filter/index.ts';
import { hourlyRatesOf } from './answer.ts';
import { RateDistributionType } from './rate-distribution.type.ts';

@Resolver(() => DatasetType)
export class DatasetHourlyRatesResolver {
  @Cost({ size: 25, weight: 100 })
  @FieldResolver(() => [RateDistributionType], {
    description:
      'The hourly rates that it shows paid, by group, the one with the most engagements first; one of everything where nothing is named to group by. BAD_USER_INPUT where it does not record both AMOUNT and HOURS.',
  })
  async hourlyRates(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Arg('groupBy', () => Dimension, { nullable: true, description: 'What to group by.' })
    groupBy?: Dimension | null,
    @Arg('filter', () => EarningFilter, { nullable: true, description: 'Which earnings count.' })
    filter?: EarningFilter | null,
    @Arg('release', () => Int, {
      nullable: true,
      description: 'As the data stood then; the newest when not given.',
    })
    release?: number | null,
    @Arg('weighted', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Count each engagement by its hours.',
    })
    weighted?: boolean | null,
  ): Promise<RateDistributionType[]> {
    return hourlyRatesOf(context, dataset, { groupBy, filter, release, weighted: weighted ?? false });
  }
}
