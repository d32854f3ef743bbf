import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { findNode } from '../../graphql/find-node.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { OrganisationType } from '../organisations/organisation.type.ts';
import { SectorType } from '../sectors/sector.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { ProjectFilter, ProjectOrder } from './project.inputs.ts';
import { listProjects } from './project.reads.ts';
import { ProjectConnection, ProjectType } from './project.type.ts';

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Query(() => ProjectType, {
    nullable: true,
    description: 'The project of that id; null when there is none.',
  })
  async project(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Its global id.' }) id: string,
  ): Promise<ProjectType | null> {
    return findNode(context, ProjectType, 'Project', id);
  }

  @Query(() => ProjectConnection, {
    description: 'Projects of ledgers and of the published record, by name.',
  })
  async projects(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which projects.' })
    filter?: ProjectFilter,
    @Arg('orderBy', () => ProjectOrder, { nullable: true, description: 'In which order.' })
    orderBy?: ProjectOrder,
  ): Promise<Page<ProjectType>> {
    return connection(context, ProjectType, await listProjects(context, filter, orderBy), page);
  }

  @FieldResolver(() => DatasetType, { description: 'The dataset that it belongs to.' })
  async dataset(@Ctx() { loaders }: Context, @Root() project: ProjectType): Promise<DatasetType> {
    return loaders.the(DatasetType, project.datasetId);
  }

  @FieldResolver(() => SectorType, { nullable: true, description: 'Its sector, when it has one.' })
  async sector(@Ctx() { loaders }: Context, @Root() project: ProjectType): Promise<SectorType | null> {
    return loaders.one(SectorType, project.sectorId);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The laboratory that it is for, when known.',
  })
  async laboratory(
    @Ctx() { loaders }: Context,
    @Root() project: ProjectType,
  ): Promise<OrganisationType | null> {
    return loaders.one(OrganisationType, project.laboratoryId);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The platform that staffs it, when known.',
  })
  async platform(
    @Ctx() { loaders }: Context,
    @Root() project: ProjectType,
  ): Promise<OrganisationType | null> {
    return loaders.one(OrganisationType, project.platformId);
  }

  @FieldResolver(() => SourceType, {
    nullable: true,
    description: 'The source that names it, when one does.',
  })
  async source(@Ctx() { loaders }: Context, @Root() project: ProjectType): Promise<SourceType | null> {
    return loaders.one(SourceType, project.sourceId);
  }
}
