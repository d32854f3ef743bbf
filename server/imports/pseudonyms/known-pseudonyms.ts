import { createHash } from 'node:crypto';
import type pg from 'pg';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';

/**
 * The dataset's pseudonyms, where the file's ids are among them: it is the dataset's own export come back, and its
 * people must stay who they are. Nothing otherwise.
 */
export async function keptPseudonyms(
  client: pg.PoolClient,
  datasetId: number,
  ids: readonly string[],
): Promise<Set<string> | undefined> {
  const known = await client.query(
    'select from expert where dataset_id = $1 and pseudonym = any ($2) limit 1',
    [datasetId, [...new Set(ids)].filter((id) => !id.includes('\0'))],
  );
  if (known.rowCount === 0) return undefined;
  const { rows } = await client.query<{ pseudonym: string }>(
    'select pseudonym from expert where dataset_id = $1',
    [datasetId],
  );
  return new Set(rows.map(({ pseudonym }) => pseudonym));
}

/**
 * Remembers by which key a dataset's contributors are known, as a digest that tells nothing of it; throws
 * BAD_USER_INPUT when it is another one, under which everybody would be somebody new.
 */
export async function noteKey(client: pg.PoolClient, slug: string, key: Buffer): Promise<void> {
  const digest = createHash('sha256').update('tacit pseudonym key').update(key).digest('hex').slice(0, 16);
  const { rows } = await client.query<{ value: string }>(
    `insert into setting (key, value) values ($1, $2)
     on conflict (key) do update set value = setting.value returning value`,
    [`pseudonym-key.${slug}`, digest],
  );
  if (rows[0]!.value !== digest) {
    reject(
      'BAD_USER_INPUT',
      said`The contributors of "${slug}" are known by another key than that of this data folder. Use the data folder of its first import (DATA_DIR), or import into another dataset.`,
    );
  }
}
