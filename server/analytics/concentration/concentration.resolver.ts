import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import { Dimension, readUndated } from '../earning-filter/index.ts';
import { concentrationOf, notRecorded } from './answer.ts';
import { ConcentrationGroupType } from './concentration-group.type.ts';
import { ConcentrationType } from './concentration.type.ts';
import { concentrationByOf } from './groups.ts';

@Resolver(() => DatasetType)
export class DatasetConcentrationResolver {
  @Cost({ weight: 50 })
  @FieldResolver(() => ConcentrationType, {
    description:
      'How unevenly a measure is shared out among the contributors; suppressed where nothing matches, or the dataset does not record the measure.',
  })
  async concentration(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Arg('measure', () => Measure, { description: 'What is shared out.' }) measure: Measure,
    @Arg('filter', () => EarningFilter, { nullable: true, description: 'Which earnings count.' })
    filter?: EarningFilter | null,
    @Arg('release', () => Int, {
      nullable: true,
      description: 'As the data stood then; the newest when not given.',
    })
    release?: number | null,
  ): Promise<ConcentrationType> {
    const answer = dataset.measures.includes(measure) ? concentrationOf : notRecorded;
    return answer(context, dataset, { measure, filter, release });
  }

  @Cost({ size: 25, weight: 100 })
  @FieldResolver(() => [ConcentrationGroupType], {
    description:
      'The same within each sector, project, profession, quarter or year, the largest total first.',
  })
  async concentrationBy(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Arg('measure', () => Measure, { description: 'What is shared out.' }) measure: Measure,
    @Arg('dimension', () => Dimension, { description: 'What to group by.' }) dimension: Dimension,
    @Arg('filter', () => EarningFilter, { nullable: true, description: 'Which earnings count.' })
    filter?: EarningFilter | null,
    @Arg('release', () => Int, {
      nullable: true,
      description: 'As the data stood then; the newest when not given.',
    })
    release?: number | null,
  ): Promise<ConcentrationGroupType[]> {
    return concentrationByOf(context, dataset, dimension, { measure, filter, release });
  }
}

@Resolver(() => ConcentrationType)
export class ConcentrationResolver {
  @Cost({ weight: 50 })
  @FieldResolver(() => Int, {
    description:
      'How many contributors have undated earnings that match the rest of the filter, and that its period leaves out.',
  })
  async undated(@Ctx() context: Context, @Root() { answer }: ConcentrationType): Promise<number> {
    return answer.door.others(await readUndated(context, answer.scope), answer.suppression);
  }
}
