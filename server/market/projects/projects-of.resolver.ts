import { Arg, Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { nestedConnection, PageArguments, type Belongs, type Page } from '../../graphql/paging/index.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { OrganisationType } from '../organisations/organisation.type.ts';
import { ProjectFilter, ProjectOrder } from './project.inputs.ts';
import { listProjects } from './project.reads.ts';
import { ProjectConnection, ProjectType } from './project.type.ts';

/** The field `projects` of whatever projects belong to. */
function projectsOf(parentType: () => ClassType, noun: string, belongs: Belongs) {
  @Resolver(parentType)
  class ProjectsOf {
    @FieldResolver(() => ProjectConnection, { description: 'Its projects, by name.' })
    async projects(
      @Ctx() context: Context,
      @Root() parent: { rowId: number },
      @Args(() => PageArguments) page: PageArguments,
      @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which projects.' })
      filter?: ProjectFilter,
      @Arg('orderBy', () => ProjectOrder, { nullable: true, description: 'In which order.' })
      orderBy?: ProjectOrder,
    ): Promise<Page<ProjectType>> {
      return nestedConnection(context, parent.rowId, {
        field: `${noun} projects`,
        given: [filter, orderBy],
        page,
        type: ProjectType,
        listing: async () => listProjects(context, filter, orderBy, true),
        belongs,
        longLists: noun === 'dataset',
        ofDatasets: noun === 'dataset',
      });
    }
  }
  return ProjectsOf;
}

export const DatasetProjectsResolver = projectsOf(
  () => DatasetType,
  'dataset',
  (parent) => sql`listed.dataset_id = ${parent}`,
);

export const OrganisationProjectsResolver = projectsOf(
  () => OrganisationType,
  'organisation',
  (parent) => sql`(listed.platform_id = ${parent} or listed.laboratory_id = ${parent})`,
);
