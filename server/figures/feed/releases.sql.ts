import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** A release that everybody may see. */
export interface ReleaseNews {
  dataset: string;
  kind: Tables['dataset']['kind'];
  title: { en: string; fr: string };
  number: number;
  publishedAt: Date;
  note: string;
  rowsAdded: number;
  rowsReversed: number;
  contributors: number;
}

/** The newest releases among some, newest first. */
export async function readReleaseNews(
  kysely: Kysely<Tables>,
  releaseIds: readonly number[],
  most: number,
): Promise<ReleaseNews[]> {
  if (releaseIds.length === 0) return [];
  const rows = await kysely
    .selectFrom('release')
    .innerJoin('dataset', 'dataset.id', 'release.dataset_id')
    .select(['slug', 'kind', 'title_en', 'title_fr', 'number', 'published_at', 'release.note'])
    .select(['rows_added', 'rows_reversed', 'contributors'])
    .where('release.id', 'in', [...releaseIds])
    .orderBy('published_at', 'desc')
    .orderBy('release.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    dataset: row.slug,
    kind: row.kind,
    title: { en: row.title_en, fr: row.title_fr },
    number: row.number,
    publishedAt: row.published_at,
    note: row.note,
    rowsAdded: row.rows_added,
    rowsReversed: row.rows_reversed,
    contributors: row.contributors,
  }));
}
