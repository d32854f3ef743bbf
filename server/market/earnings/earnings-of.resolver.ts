import { Arg, Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { requireRows } from '../../graphql/find-node.ts';
import { nestedConnection, PageArguments, type Belongs, type Page } from '../../graphql/paging/index.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { ExpertType } from '../experts/expert.type.ts';
import { ProjectType } from '../projects/project.type.ts';
import { EarningFilter, EarningOrder } from './earning.inputs.ts';
import { listEarnings } from './earning.reads.ts';
import { EarningConnection, EarningType } from './earning.type.ts';

/** The field `earnings` of whatever earnings belong to. */
function earningsOf(parentType: () => ClassType, noun: string, belongs: Belongs) {
  @Resolver(parentType)
  class EarningsOf {
    @FieldResolver(() => EarningConnection, { description: 'Its entries in the ledger, newest first.' })
    async earnings(
      @Ctx() context: Context,
      @Root() parent: { rowId: number; datasetId: number },
      @Args(() => PageArguments) page: PageArguments,
      @Arg('filter', () => EarningFilter, { nullable: true, description: 'Which earnings.' })
      filter?: EarningFilter,
      @Arg('orderBy', () => EarningOrder, { nullable: true, description: 'In which order.' })
      orderBy?: EarningOrder,
    ): Promise<Page<EarningType>> {
      await requireRows(context, parent);
      return nestedConnection(context, parent.rowId, {
        field: `${noun} earnings`,
        given: [filter, orderBy],
        page,
        type: EarningType,
        listing: async () => listEarnings(context, filter, orderBy, true),
        belongs,
        longLists: noun === 'dataset',
        ofDatasets: noun === 'dataset',
      });
    }
  }
  return EarningsOf;
}

export const DatasetEarningsResolver = earningsOf(
  () => DatasetType,
  'dataset',
  (parent) => sql`listed.dataset_id = ${parent}`,
);

export const ExpertEarningsResolver = earningsOf(
  () => ExpertType,
  'expert',
  (parent) => sql`listed.expert_id = ${parent}`,
);

export const ProjectEarningsResolver = earningsOf(
  () => ProjectType,
  'project',
  (parent) => sql`listed.project_id = ${parent}`,
);
