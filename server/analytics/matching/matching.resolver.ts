import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { longestList, matchesOf } from './answer.ts';
import { ExpertMatchType } from './expert-match.type.ts';
import { ProjectRequirements } from './requirements.inputs.ts';

@Resolver(() => DatasetType)
export class DatasetMatchExpertsResolver {
  @Cost({ weight: 50, size: { argument: 'first', most: longestList } })
  @FieldResolver(() => [ExpertMatchType], {
    description:
      'The contributors who fit a project best, each with the reasons: the same question always gets the same order. FORBIDDEN without a key that may read the rows of a protected ledger.',
  })
  async matchExperts(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Arg('requirements', () => ProjectRequirements, { description: 'What the project asks for.' })
    requirements: ProjectRequirements,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 20,
      description: 'How many at most, 1 to 100.',
    })
    first: number | null,
  ): Promise<ExpertMatchType[]> {
    return matchesOf(context, dataset, requirements, first ?? 20);
  }
}
