import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { PackageDescriptor } from '../package/descriptor.ts';
import type { TypedRow } from '../package/read-resource.ts';
import { publishedTables } from './published-tables.ts';
import { upsertRows } from './upsert-rows.ts';

/** What the published facts are called as a dataset; they have releases like any other. */
const publicRecord = {
  slug: 'public-record',
  title_en: 'The public record',
  title_fr: 'Les faits publiés',
  about_en:
    'Pay observations, market facts, benchmarks and evaluations that a cited source has published. Nothing here is computed from a ledger.',
  about_fr:
    'Observations de rémunération, faits de marché, référentiels et évaluations publiés par une source citée. Rien n’y est calculé à partir d’un registre.',
  kind: 'PUBLISHED',
  protected: false,
  licence: 'CC-BY-4.0',
  citation: 'Tacit, The public record of the expert-data economy.',
};

/**
 * Opens the next release of the public record when its files changed; `flipVersion` makes it the current one,
 * after the rows are in.
 */
export async function publishPublicRecord(
  client: pg.PoolClient,
  descriptor: PackageDescriptor,
): Promise<{ flipVersion(): Promise<void> }> {
  await upsertRows(client, 'dataset', ['slug'], [publicRecord]);
  const names = new Set(publishedTables.map(({ resource }) => resource));
  const hash = createHash('sha256');
  for (const { name, hash: own } of descriptor.resources)
    if (names.has(name)) hash.update(`${name} ${own}\n`);
  const checksum = `sha256:${hash.digest('hex')}`;

  const { rows } = await client.query<{ id: number; version: number; checksum: string | null }>(
    `select dataset.id, dataset.version, release.checksum from dataset
     left join release on release.dataset_id = dataset.id and release.number = dataset.version
     where dataset.slug = $1 for update of dataset`,
    [publicRecord.slug],
  );
  const { id, version, checksum: former } = rows[0]!;
  if (former === checksum) return { flipVersion: async () => undefined };
  return {
    flipVersion: async () => {
      await client.query(
        `insert into release (dataset_id, number, checksum, rows_added, rows_reversed, contributors)
         select $1, $2, $3, (select count(*) from pay_observation) + (select count(*) from market_fact)
           + (select count(*) from conversion_evidence) + (select count(*) from evaluation), 0, 0`,
        [id, version + 1, checksum],
      );
      await client.query('update dataset set version = $2 where id = $1', [id, version + 1]);
    },
  };
}

/** Says who owns whom, once all organisations are there. */
export async function linkParents(client: pg.PoolClient, organisations: readonly TypedRow[]): Promise<void> {
  const links = organisations.map(({ slug, parent }) => ({ slug, parent }));
  await client.query(
    `update organisation set parent_id = owner.id
     from jsonb_to_recordset($1) as link (slug text, parent text)
     left join organisation owner on owner.slug = link.parent
     where organisation.slug = link.slug`,
    [JSON.stringify(links)],
  );
}
