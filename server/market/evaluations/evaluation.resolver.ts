import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { connection, nestedConnection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { ProjectType } from '../projects/project.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { EvaluationFilter, EvaluationOrder } from './evaluation.inputs.ts';
import { listEvaluations } from './evaluation.reads.ts';
import { EvaluationConnection, EvaluationType } from './evaluation.type.ts';

@Resolver(() => EvaluationType)
export class EvaluationResolver {
  @Query(() => EvaluationConnection, {
    description: "Published scores of models on experts' benchmarks, newest first.",
  })
  async evaluations(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => EvaluationFilter, { nullable: true, description: 'Which evaluations.' })
    filter?: EvaluationFilter,
    @Arg('orderBy', () => EvaluationOrder, { nullable: true, description: 'In which order.' })
    orderBy?: EvaluationOrder,
  ): Promise<Page<EvaluationType>> {
    return connection(context, EvaluationType, listEvaluations(context.kysely, filter, orderBy), page);
  }

  @FieldResolver(() => ProjectType, { description: 'The benchmark.' })
  async project(@Ctx() { loaders }: Context, @Root() evaluation: EvaluationType): Promise<ProjectType> {
    return loaders.the(ProjectType, evaluation.projectId);
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() evaluation: EvaluationType): Promise<SourceType> {
    return loaders.the(SourceType, evaluation.sourceId);
  }
}

@Resolver(() => ProjectType)
export class ProjectEvaluationsResolver {
  @FieldResolver(() => EvaluationConnection, {
    description: 'Published scores of models on it, newest first.',
  })
  async evaluations(
    @Ctx() context: Context,
    @Root() project: ProjectType,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => EvaluationFilter, { nullable: true, description: 'Which evaluations.' })
    filter?: EvaluationFilter,
    @Arg('orderBy', () => EvaluationOrder, { nullable: true, description: 'In which order.' })
    orderBy?: EvaluationOrder,
  ): Promise<Page<EvaluationType>> {
    return nestedConnection(context, project.rowId, {
      field: 'project evaluations',
      given: [filter, orderBy],
      page,
      type: EvaluationType,
      listing: async () => listEvaluations(context.kysely, filter, orderBy),
      belongs: (parent) => sql`listed.project_id = ${parent}`,
    });
  }
}
