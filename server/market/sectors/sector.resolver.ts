import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { SectorFilter } from './sector.inputs.ts';
import { findSector, listSectors, sectorsByDataset } from './sector.reads.ts';
import { SectorConnection, SectorType } from './sector.type.ts';

@Resolver(() => SectorType)
export class SectorResolver {
  @Query(() => SectorType, {
    nullable: true,
    description: 'The sector of that slug; null when there is none.',
  })
  async sector(
    @Ctx() context: Context,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<SectorType | null> {
    const row = await findSector(context, slug);
    return row === undefined ? null : SectorType.of(row);
  }

  @Query(() => SectorConnection, { description: "The shared sectors, then ledgers' own kinds of work." })
  async sectors(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => SectorFilter, { nullable: true, description: 'Which sectors.' })
    filter?: SectorFilter,
  ): Promise<Page<SectorType>> {
    return connection(context, SectorType, await listSectors(context, filter), page);
  }

  @FieldResolver(() => DatasetType, {
    nullable: true,
    description: 'The ledger whose own kind of work it is; null for a shared sector.',
  })
  async dataset(@Ctx() { loaders }: Context, @Root() sector: SectorType): Promise<DatasetType | null> {
    return loaders.one(DatasetType, sector.datasetId);
  }
}

@Resolver(() => DatasetType)
export class DatasetSectorsResolver {
  @FieldResolver(() => [SectorType], { description: 'The sectors that its earnings fall in.' })
  async sectors(@Ctx() context: Context, @Root() dataset: DatasetType): Promise<SectorType[]> {
    const byDataset = context.loaders.batch('dataset sectors', (ids: readonly number[]) =>
      sectorsByDataset(context, ids),
    );
    return (await byDataset.load(dataset.rowId)).map((row) => SectorType.of(row));
  }
}
