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
import { tallyOfProjects } from './earning-tally.ts';
import { EarningConnection, EarningType } from './earning.type.ts';

/** Which dataset each of the parents lies in, as far as they were met. */
type Datasets = ReadonlyMap<number, number>;

interface Parents {
  noun: string;
  belongs: (datasets: Datasets) => Belongs;
  /** Do parents have so many earnings that each is read by a limited query of its own? */
  longLists?: boolean;
  /** How many earnings each has, without reading them. */
  tally?: typeof tallyOfProjects;
}

/** The field `earnings` of whatever earnings belong to. */
function earningsOf(parentType: () => ClassType, { noun, belongs, longLists = false, tally }: Parents) {
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
      const datasets = await context.loaders.once(
        `datasets of ${noun}`,
        async () => new Map<number, number>(),
      );
      datasets.set(parent.rowId, parent.datasetId);
      return nestedConnection(context, parent.rowId, {
        field: `${noun} earnings`,
        given: [filter, orderBy],
        page,
        type: EarningType,
        listing: async () => listEarnings(context, filter, orderBy, true),
        belongs: belongs(datasets),
        longLists,
        ofDatasets: noun === 'dataset',
        ...(tally && { tally: (parents) => tally(context, datasets, filter, parents) }),
      });
    }
  }
  return EarningsOf;
}

export const DatasetEarningsResolver = earningsOf(() => DatasetType, {
  noun: 'dataset',
  belongs: () => (parent) => sql`listed.dataset_id = ${parent}`,
  longLists: true,
});

export const ExpertEarningsResolver = earningsOf(() => ExpertType, {
  noun: 'expert',
  belongs: () => (parent) => sql`listed.expert_id = ${parent}`,
});

export const ProjectEarningsResolver = earningsOf(() => ProjectType, {
  noun: 'project',
  belongs: (datasets) => (parent, id) => {
    const dataset = id === undefined ? undefined : datasets.get(id);
    // Said of a single project, so that no other ledger's partition is planned. As a list of one: told as equal, the index of
    // all of the ledger's earnings would be in order too, and be read through for the few of one project.
    const there = dataset === undefined ? sql`` : sql` and listed.dataset_id = any(array[${dataset}::int])`;
    return sql`(listed.project_id = ${parent}${there})`;
  },
  longLists: true,
  tally: tallyOfProjects,
});
