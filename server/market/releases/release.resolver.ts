import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { nestedConnection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { DatasetType } from '../datasets/dataset.type.ts';
import { findReleases, listReleases, type DatasetRelease } from './release.reads.ts';
import { ReleaseConnection, ReleaseType } from './release.type.ts';

@Resolver(() => ReleaseType)
export class ReleaseResolver {
  @FieldResolver(() => DatasetType, { description: 'The dataset that it is a state of.' })
  async dataset(@Ctx() { loaders }: Context, @Root() release: ReleaseType): Promise<DatasetType> {
    return loaders.the(DatasetType, release.datasetId);
  }
}

@Resolver(() => DatasetType)
export class DatasetReleasesResolver {
  @FieldResolver(() => ReleaseType, {
    nullable: true,
    description:
      'A release; the newest without a number, null when there is none; UNKNOWN_RELEASE for another number.',
  })
  async release(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Arg('number', () => Int, { nullable: true, description: 'Its number; the newest when not given.' })
    number?: number | null,
  ): Promise<ReleaseType | null> {
    const releases = context.loaders.batch<DatasetRelease, Row<'release'> | null>(
      'dataset release',
      (asked) => findReleases(context, asked),
    );
    const row = await releases.load({ datasetId: dataset.rowId, number: number ?? null });
    return row === null ? null : ReleaseType.of(row);
  }

  @FieldResolver(() => ReleaseConnection, { description: 'Its releases, newest first.' })
  async releases(
    @Ctx() context: Context,
    @Root() dataset: DatasetType,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Page<ReleaseType>> {
    return nestedConnection(context, dataset.rowId, {
      field: 'dataset releases',
      given: null,
      page,
      type: ReleaseType,
      listing: async () => listReleases(context),
      belongs: (parent) => sql`listed.dataset_id = ${parent}`,
    });
  }
}
