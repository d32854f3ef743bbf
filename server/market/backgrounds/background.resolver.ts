import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { OrganisationType } from '../organisations/organisation.type.ts';
import { PayObservationType } from '../pay-observations/pay-observation.type.ts';
import { ProjectType } from '../projects/project.type.ts';
import { SectorType } from '../sectors/sector.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { BackgroundFilter } from './background.inputs.ts';
import { listBackgrounds } from './background.reads.ts';
import { BackgroundConnection, BackgroundType } from './background.type.ts';

@Resolver(() => BackgroundType)
export class BackgroundResolver {
  @Query(() => BackgroundConnection, {
    description: 'What published offers ask of people, and reports say of them, by key.',
  })
  async backgrounds(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => BackgroundFilter, { nullable: true, description: 'Which backgrounds.' })
    filter?: BackgroundFilter,
  ): Promise<Page<BackgroundType>> {
    return connection(context, BackgroundType, listBackgrounds(context.kysely, filter), page);
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() { row }: BackgroundType): Promise<SourceType> {
    return loaders.the(SourceType, row.source_id);
  }

  @FieldResolver(() => SectorType, { description: 'The sector of the work.' })
  async sector(@Ctx() { loaders }: Context, @Root() { row }: BackgroundType): Promise<SectorType> {
    return loaders.the(SectorType, row.sector_id);
  }

  @FieldResolver(() => PayObservationType, {
    nullable: true,
    description: 'The offer that asks for it; null for reports.',
  })
  async payObservation(
    @Ctx() { loaders }: Context,
    @Root() { row }: BackgroundType,
  ): Promise<PayObservationType | null> {
    return loaders.one(PayObservationType, row.pay_observation_id);
  }

  @FieldResolver(() => ProjectType, {
    nullable: true,
    description: 'The project whose people it is said of, if one.',
  })
  async project(@Ctx() { loaders }: Context, @Root() { row }: BackgroundType): Promise<ProjectType | null> {
    return loaders.one(ProjectType, row.project_id);
  }

  @FieldResolver(() => [OrganisationType], { description: 'The former employers that are named.' })
  async employers(@Ctx() { loaders }: Context, @Root() { row }: BackgroundType): Promise<OrganisationType[]> {
    return Promise.all(row.employer_ids.map((id) => loaders.the(OrganisationType, id)));
  }
}
