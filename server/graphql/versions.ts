import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A dataset as this operation sees it from beginning to end, whatever is published meanwhile. */
export interface DatasetVersion {
  id: number;
  slug: string;
  kind: Tables['dataset']['kind'];
  protected: boolean;
  retired: boolean;
  version: number;
  /** How often somebody was erased from it. */
  alterations: number;
  /** The releases that this version holds: only their facts are shown. */
  releaseIds: number[];
  /** A measure that stored cells of this version are of; null where it has none (server/cells). */
  cellMeasure: string | null;
}

/** The versions of all datasets, read at most once an operation, in a statement of its own. */
export class Versions {
  readonly #kysely: Kysely<Tables>;
  #read: Promise<Map<number, DatasetVersion>> | null = null;

  /** Those that are known already are not read. */
  constructor(kysely: Kysely<Tables>, known?: Map<number, DatasetVersion>) {
    this.#kysely = kysely;
    if (known !== undefined) this.#read = Promise.resolve(known);
  }

  /** Every dataset by its row id. */
  all(): Promise<Map<number, DatasetVersion>> {
    this.#read ??= readVersions(this.#kysely);
    return this.#read;
  }

  /** The version of one dataset: the number of its newest release, 0 when it has none. */
  async of(datasetId: number): Promise<number> {
    return (await this.all()).get(datasetId)?.version ?? 0;
  }
}

async function readVersions(kysely: Kysely<Tables>): Promise<Map<number, DatasetVersion>> {
  const rows = await kysely
    .selectFrom('dataset')
    .leftJoin('release', (join) =>
      join.onRef('release.dataset_id', '=', 'dataset.id').onRef('release.number', '<=', 'dataset.version'),
    )
    .leftJoin('cell_build', (join) =>
      join
        .onRef('cell_build.dataset_id', '=', 'dataset.id')
        .onRef('cell_build.version', '=', 'dataset.version')
        .onRef('cell_build.alterations', '=', 'dataset.alterations'),
    )
    .select([
      'dataset.id',
      'dataset.slug',
      'dataset.kind',
      'dataset.protected',
      'dataset.version',
      'dataset.alterations',
    ])
    .select(sql<boolean>`dataset.retired_at is not null`.as('retired'))
    .select(
      sql<number[]>`coalesce(array_agg(release.id) filter (where release.id is not null), '{}')`.as(
        'releaseIds',
      ),
    )
    .select(sql<string | null>`max(cell_build.measures[1])`.as('cellMeasure'))
    .groupBy('dataset.id')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those whose version has stored cells, and the others, which are counted from the rollups. */
export function byCells(datasets: readonly DatasetVersion[]): {
  counted: DatasetVersion[];
  live: DatasetVersion[];
} {
  return {
    counted: datasets.filter(({ cellMeasure }) => cellMeasure !== null),
    live: datasets.filter(({ cellMeasure }) => cellMeasure === null),
  };
}

/** Joins `rollup` to what its dataset's version holds; datasets that are not among these have nothing. */
export function atVersions(datasets: readonly DatasetVersion[]): RawBuilder<unknown> {
  const ids = datasets.map(({ id }) => id);
  const versions = datasets.map(({ version }) => version);
  // A single row of values is planned as constants, so that one dataset is found by the rollup's key.
  const visible =
    datasets.length === 1
      ? sql`(values (${ids[0]}::int, ${versions[0]}::int))`
      : sql`unnest(${ids}::int[], ${versions}::int[])`;
  // Several are named again as a condition, so that no other ledger's partition is looked at.
  const only = datasets.length === 1 ? sql`` : sql` and rollup.dataset_id = any(${ids}::int[])`;
  return sql`join ${visible} as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version${only}`;
}
