import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { Together } from './together.ts';

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
  /** The transaction that last wrote its row: whatever is published, erased or changed of it, it is another one. */
  state: string;
  /** The releases that this version holds: only their facts are shown. */
  releaseIds: number[];
  /** A measure that stored cells of this version are of; null where it has none (server/cells). */
  cellMeasure: string | null;
}

/** Every dataset by its row id. */
export type DatasetVersions = ReadonlyMap<number, DatasetVersion>;

/** The versions of all datasets, read at most once an operation, in a statement of its own. */
export class Versions {
  readonly #ask: () => Promise<DatasetVersions>;
  #read: Promise<DatasetVersions> | null = null;

  constructor(ask: () => Promise<DatasetVersions>) {
    this.#ask = ask;
  }

  all(): Promise<DatasetVersions> {
    this.#read ??= this.#ask();
    return this.#read;
  }

  /** The version of one dataset: the number of its newest release, 0 when it has none. */
  async of(datasetId: number): Promise<number> {
    return (await this.all()).get(datasetId)?.version ?? 0;
  }
}

const asked = new WeakMap<object, Together<DatasetVersions>>();

/** The versions as they are at a moment after this was asked: of operations that ask at once, in one statement. */
export function currentVersions(kysely: Kysely<Tables>): Promise<DatasetVersions> {
  let together = asked.get(kysely);
  if (together === undefined) {
    let last = { text: '', versions: new Map() as DatasetVersions };
    together = new Together(async () => {
      const text = await readText(kysely);
      if (text !== last.text) last = { text, versions: parsed(text) };
      return last.versions;
    });
    asked.set(kysely, together);
  }
  return together.answer();
}

export async function readVersions(kysely: Kysely<Tables>): Promise<DatasetVersions> {
  return parsed(await readText(kysely));
}

function parsed(text: string): DatasetVersions {
  const rows = JSON.parse(text) as DatasetVersion[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** As one text, so that it is read again only where something has changed. */
async function readText(kysely: Kysely<Tables>): Promise<string> {
  const versions = kysely
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
    .select(sql<string>`dataset.xmin::text`.as('state'))
    .select(
      sql<number[]>`coalesce(array_agg(release.id) filter (where release.id is not null), '{}')`.as(
        'releaseIds',
      ),
    )
    .select(sql<string | null>`max(cell_build.measures[1])`.as('cellMeasure'))
    .groupBy('dataset.id');
  const { rows } = await sql<{ versions: string }>`
    select coalesce(json_agg(seen order by seen.id), '[]')::text as versions from ${versions} seen`.execute(
    kysely,
  );
  return rows[0]!.versions;
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
