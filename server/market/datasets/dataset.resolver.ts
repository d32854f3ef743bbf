import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { mayRead, requireVisible } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { SourceType } from '../sources/source.type.ts';
import { DatasetFilter, DatasetOrder } from './dataset.inputs.ts';
import { datasetsBySource, erasuresByDataset, findDataset, listDatasets } from './dataset.reads.ts';
import { DatasetConnection, DatasetType } from './dataset.type.ts';
import { ErasureType } from './erasure.type.ts';

@Resolver(() => DatasetType)
export class DatasetResolver {
  @Query(() => DatasetType, {
    nullable: true,
    description:
      'The dataset of that slug; null when there is none, FORBIDDEN when it is protected from the caller.',
  })
  async dataset(
    @Ctx() context: Context,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<DatasetType | null> {
    const row = await findDataset(context, slug);
    if (row === undefined) return null;
    requireVisible(context.access, row);
    return DatasetType.of(row);
  }

  @Query(() => DatasetConnection, { description: 'The datasets that the caller may read, by slug.' })
  async datasets(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => DatasetFilter, { nullable: true, description: 'Which datasets.' })
    filter?: DatasetFilter,
    @Arg('orderBy', () => DatasetOrder, { nullable: true, description: 'In which order.' })
    orderBy?: DatasetOrder,
  ): Promise<Page<DatasetType>> {
    return connection(context, DatasetType, await listDatasets(context, filter, orderBy), page);
  }

  @FieldResolver(() => Int, {
    description: 'The number of its newest release, the same throughout one operation; 0 before the first.',
  })
  async version(@Ctx() { versions }: Context, @Root() dataset: DatasetType): Promise<number> {
    return versions.of(dataset.rowId);
  }

  @FieldResolver(() => [ErasureType], {
    description: 'When people were erased from it, the latest first: the one way in which its past changes.',
  })
  async erasures(@Ctx() context: Context, @Root() dataset: DatasetType): Promise<ErasureType[]> {
    const byDataset = context.loaders.batch('dataset erasures', (ids: readonly number[]) =>
      erasuresByDataset(context, ids),
    );
    const rows = await byDataset.load(dataset.rowId);
    return rows.map((row) => ErasureType.of(row, mayRead(context.access, dataset)));
  }

  @FieldResolver(() => SourceType, { nullable: true, description: 'Where its data were published.' })
  async source(@Ctx() { loaders }: Context, @Root() dataset: DatasetType): Promise<SourceType | null> {
    return loaders.one(SourceType, dataset.sourceId);
  }
}

@Resolver(() => SourceType)
export class SourceDatasetsResolver {
  @FieldResolver(() => [DatasetType], { description: 'The datasets whose data were published there.' })
  async datasets(@Ctx() context: Context, @Root() source: SourceType): Promise<DatasetType[]> {
    const bySource = context.loaders.batch('source datasets', (ids: readonly number[]) =>
      datasetsBySource(context, ids),
    );
    return (await bySource.load(source.rowId)).map((row) => DatasetType.of(row));
  }
}
