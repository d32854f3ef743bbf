import { DatasetType } from '../../../server/market/datasets/dataset.type.ts';
import type { TestDatabase } from '../../support/database.ts';

/** A dataset of the test database, as resolvers are given it. */
export async function datasetOf({ kysely }: TestDatabase, slug: string): Promise<DatasetType> {
  const row = await kysely
    .selectFrom('dataset')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return DatasetType.of(row);
}
