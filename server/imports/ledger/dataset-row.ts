import type pg from 'pg';
import { editDistance } from '../../config-names.ts';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { DatasetOptions, ImportOptions } from '../import-request.ts';
import type { Measure } from './stage-rows.ts';

/** A dataset as an import meets it. */
export interface DatasetRow {
  id: number;
  version: number;
  checksum: string | null;
}

/** Any number that no one else locks; with the slug's hash it is one import into one dataset. */
export const importLock = 7_402_120;

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Throws BAD_USER_INPUT for what cannot be a dataset's slug, with one that can. */
export function demandSlug(slug: string): void {
  if (slugPattern.test(slug) && slug.length <= 64) return;
  const near = slug
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
    .slice(0, 64);
  reject(
    'BAD_USER_INPUT',
    said`"${slug}" cannot name a dataset: lower-case letters and digits with hyphens between them, at most 64.${near ? said` "${near}" would do.` : ''}`,
    { option: '--dataset' },
  );
}

/** Waits until no other import writes this dataset; `onWait` is told when one does. */
export async function lockDataset(client: pg.PoolClient, slug: string, onWait: () => void): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock($1, hashtext($2)) as free',
    [importLock, slug],
  );
  if (rows[0]!.free) return;
  onWait();
  await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [importLock, slug]);
}

/** The dataset of that slug, or null; throws a coded error where nothing can be imported into it. */
export async function findDataset(
  client: pg.PoolClient,
  slug: string,
  mode: ImportOptions['mode'],
): Promise<DatasetRow | null> {
  const { rows } = await client.query<DatasetRow & { kind: string; retired_at: Date | null }>(
    `select dataset.id, version, kind, retired_at, release.checksum from dataset
     left join release on release.dataset_id = dataset.id and release.number = dataset.version
     where slug = $1`,
    [slug],
  );
  const row = rows[0];
  if (!row) {
    if (mode === 'APPEND') await rejectUnknown(client, slug);
    return null;
  }
  if (row.kind === 'PUBLISHED') {
    reject(
      'FORBIDDEN',
      said`"${slug}" is the public record: it is loaded from the seeds and takes no ledger.`,
    );
  }
  if (row.retired_at !== null) {
    reject(
      'FORBIDDEN',
      said`Dataset "${slug}" was retired on ${row.retired_at.toISOString().slice(0, 10)} and takes no more releases. Import into another one.`,
    );
  }
  return row;
}

async function rejectUnknown(client: pg.PoolClient, slug: string): Promise<never> {
  const { rows } = await client.query<{ slug: string }>(
    `select slug from dataset where kind <> 'PUBLISHED' order by slug`,
  );
  const near = rows
    .map((row) => row.slug)
    .filter((known) => editDistance(known, slug) <= Math.max(2, slug.length / 3));
  const offer =
    near.length > 0
      ? said` Is it ${near
          .slice(0, 3)
          .map((name) => `"${name}"`)
          .join(' or ')}?`
      : '';
  return reject(
    'NOT_FOUND',
    said`There is no dataset "${slug}" to append to.${offer} Without --append a new one is made.`,
  );
}

/** Makes the dataset, or changes of an old one what is given. Measures only ever grow. */
export async function writeDataset(
  client: pg.PoolClient,
  dataset: DatasetOptions,
  measures: readonly Measure[],
): Promise<number> {
  const { title } = dataset;
  const titles = typeof title === 'string' ? { en: title, fr: title } : title;
  const { rows } = await client.query<{ id: number }>(
    `insert into dataset (slug, title_en, title_fr, about_en, about_fr, unit_en, unit_fr, kind, allotment, protected,
       measures, licence, citation)
     values ($1, coalesce($2, $1), coalesce($3, $1), coalesce($4, ''), coalesce($5, ''), $6, $7, $8, $9,
       coalesce($10::boolean, true), $11, $12, $13)
     on conflict (slug) do update set
       title_en = coalesce($2, dataset.title_en), title_fr = coalesce($3, dataset.title_fr),
       about_en = coalesce($4, dataset.about_en), about_fr = coalesce($5, dataset.about_fr),
       unit_en = coalesce($6, dataset.unit_en), unit_fr = coalesce($7, dataset.unit_fr),
       allotment = coalesce($9, dataset.allotment), protected = coalesce($10::boolean, dataset.protected),
       measures = dataset.measures || (select coalesce(array_agg(added), '{}') from unnest($11::text[]) added
         where added <> all (dataset.measures)),
       licence = coalesce($12, dataset.licence), citation = coalesce($13, dataset.citation)
     returning id`,
    [
      dataset.slug,
      titles?.en,
      titles?.fr,
      dataset.about?.en,
      dataset.about?.fr,
      dataset.unit?.en,
      dataset.unit?.fr,
      dataset.kind ?? 'LEDGER',
      dataset.allotment,
      dataset.protected,
      measures,
      dataset.licence,
      dataset.citation,
    ],
  );
  return rows[0]!.id;
}
