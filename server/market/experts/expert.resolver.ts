import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { findNode, requireRows } from '../../graphql/find-node.ts';
import { connection, nestedConnection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { ProfessionType } from '../professions/profession.type.ts';
import { ExpertFilter, ExpertOrder } from './expert.inputs.ts';
import { listExperts } from './expert.reads.ts';
import { ExpertConnection, ExpertType } from './expert.type.ts';
import { readTotals } from './expert-totals.reads.ts';
import { ExpertTotalsType } from './expert-totals.type.ts';

@Resolver(() => ExpertType)
export class ExpertResolver {
  @Query(() => ExpertType, { nullable: true, description: 'The expert of that id; null when there is none.' })
  async expert(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The global id.' }) id: string,
  ): Promise<ExpertType | null> {
    return findNode(context, ExpertType, 'Expert', id);
  }

  @Query(() => ExpertConnection, { description: 'Contributors of ledgers, by pseudonym.' })
  async experts(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ExpertFilter, { nullable: true, description: 'Which experts.' })
    filter?: ExpertFilter,
    @Arg('orderBy', () => ExpertOrder, { nullable: true, description: 'In which order.' })
    orderBy?: ExpertOrder,
  ): Promise<Page<ExpertType>> {
    return connection(context, ExpertType, await listExperts(context, filter, orderBy), page);
  }

  @FieldResolver(() => DatasetType, { description: 'The ledger that the expert contributed to.' })
  async dataset(@Ctx() { loaders }: Context, @Root() expert: ExpertType): Promise<DatasetType> {
    return loaders.the(DatasetType, expert.datasetId);
  }

  @FieldResolver(() => ProfessionType, {
    nullable: true,
    description: "The expert's profession, when the ledger tells.",
  })
  async profession(@Ctx() { loaders }: Context, @Root() expert: ExpertType): Promise<ProfessionType | null> {
    return loaders.one(ProfessionType, expert.professionId);
  }

  @FieldResolver(() => ExpertTotalsType, {
    description: "What the expert contributed in all, at the dataset's version.",
  })
  async totals(@Ctx() context: Context, @Root() expert: ExpertType): Promise<ExpertTotalsType> {
    await requireRows(context, expert);
    const totals = context.loaders.batch('expert totals', (ids: readonly number[]) =>
      readTotals(context, ids),
    );
    return ExpertTotalsType.of(await totals.load(expert.rowId));
  }
}

@Resolver(() => DatasetType)
export class DatasetExpertsResolver {
  @FieldResolver(() => ExpertConnection, { description: 'Its contributors, by pseudonym.' })
  async experts(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ExpertFilter, { nullable: true, description: 'Which experts.' })
    filter?: ExpertFilter,
    @Arg('orderBy', () => ExpertOrder, { nullable: true, description: 'In which order.' })
    orderBy?: ExpertOrder,
  ): Promise<Page<ExpertType>> {
    await requireRows(context, dataset);
    return nestedConnection(context, dataset.rowId, {
      field: 'dataset experts',
      given: [filter, orderBy],
      page,
      type: ExpertType,
      listing: async () => listExperts(context, filter, orderBy, true),
      belongs: (parent) => sql`listed.dataset_id = ${parent}`,
      longLists: true,
      ofDatasets: true,
    });
  }
}
