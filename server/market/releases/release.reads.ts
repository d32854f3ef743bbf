import { sql } from 'kysely';
import { TacitError } from '../../errors/tacit-error.ts';
import type { Context } from '../../graphql/context.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import type { Listing } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';
import { anyOf } from '../filter-conditions.ts';

/** The releases that can be seen, newest first. */
export async function listReleases({ kysely, versions }: Context): Promise<Listing<Row<'release'>>> {
  const visible = [...(await versions.all()).values()].flatMap(({ releaseIds }) => releaseIds);
  return {
    rows: kysely.selectFrom('release').selectAll().where('id', '=', anyOf(visible)),
    order: { name: 'NUMBER', type: 'int8', by: sql`listed.number::int8`, direction: OrderDirection.DESC },
  };
}

export interface DatasetRelease {
  datasetId: number;
  /** Null for the newest. */
  number: number | null;
}

/** The releases asked for, the newest where no number is; a number that does not exist is UNKNOWN_RELEASE. */
export async function findReleases(
  { kysely, versions }: Context,
  asked: readonly DatasetRelease[],
): Promise<(Row<'release'> | TacitError | null)[]> {
  const datasets = await versions.all();
  const visible = asked.flatMap(({ datasetId }) => datasets.get(datasetId)?.releaseIds ?? []);
  const rows = await kysely.selectFrom('release').selectAll().where('id', '=', anyOf(visible)).execute();
  return asked.map(({ datasetId, number }) => {
    const version = datasets.get(datasetId)?.version ?? 0;
    const wanted = number ?? version;
    const release = rows.find((row) => row.dataset_id === datasetId && row.number === wanted);
    if (release !== undefined) return release;
    return number === null ? null : unknownRelease(wanted, datasets.get(datasetId)?.slug ?? '', version);
  });
}

function unknownRelease(number: number, slug: string, version: number): TacitError {
  const known = version === 0 ? 'it has none yet' : `it has releases 1 to ${version}`;
  return new TacitError('UNKNOWN_RELEASE', `The dataset "${slug}" has no release ${number}: ${known}.`);
}
