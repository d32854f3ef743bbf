import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import { keyExpertsOf } from './answer.ts';
import { KeyExpertsType } from './key-experts.type.ts';

@Resolver(() => DatasetType)
export class DatasetKeyExpertsResolver {
  @Cost({ weight: 50 })
  @FieldResolver(() => KeyExpertsType, {
    description:
      'The fewest contributors who together hold a share of the measure: who the ledger depends on.',
  })
  async keyExperts(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Arg('measure', () => Measure, { description: 'What they are ranked by.' }) measure: Measure,
    @Arg('share', () => Float, {
      nullable: true,
      defaultValue: 0.5,
      description: 'Which share they hold, above 0 and up to 1.',
    })
    share: number | null,
    @Arg('filter', () => EarningFilter, { nullable: true, description: 'Which earnings count.' })
    filter?: EarningFilter | null,
    @Arg('release', () => Int, {
      nullable: true,
      description: 'As the data stood then; the newest when not given.',
    })
    release?: number | null,
  ): Promise<KeyExpertsType> {
    return keyExpertsOf(context, dataset, { measure, share: share ?? 0.5, filter, release });
  }
}
