import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { PageArguments, type Page } from '../../graphql/paging/index.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import { ExpertType } from '../../market/experts/expert.type.ts';
import { KeyExpertType } from './key-expert.type.ts';
import { RankedExpertConnection } from './ranked-experts.type.ts';
import { rankedExpertsOf, standingOf } from './ranking.ts';

@Resolver(() => DatasetType)
export class DatasetRankedExpertsResolver {
  @Cost({ weight: 50 })
  @FieldResolver(() => RankedExpertConnection, {
    description:
      'Its contributors with a total above 0, the largest first, each with rank and share under the filter. FORBIDDEN without a key that may read the rows of a protected ledger.',
  })
  async rankedExperts(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('measure', () => Measure, { description: 'What they are ranked by.' }) measure: Measure,
    @Arg('filter', () => EarningFilter, { nullable: true, description: 'Which earnings count.' })
    filter?: EarningFilter | null,
    @Arg('release', () => Int, {
      nullable: true,
      description: 'As the data stood then; the newest when not given.',
    })
    release?: number | null,
  ): Promise<Page<KeyExpertType>> {
    return rankedExpertsOf(context, dataset, { measure, filter, release }, page);
  }
}

@Resolver(() => ExpertType)
export class ExpertStandingResolver {
  @Cost({ weight: 50 })
  @FieldResolver(() => KeyExpertType, {
    nullable: true,
    description: 'Where the expert stands in the ledger by a measure; null for a total of 0 or less.',
  })
  async standing(
    @Ctx() context: Context,
    @Root() expert: ExpertType,
    @Arg('measure', () => Measure, { description: 'What the contributors are ranked by.' })
    measure: Measure,
  ): Promise<KeyExpertType | null> {
    return standingOf(context, expert, { measure });
  }
}
