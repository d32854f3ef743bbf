import type pg from 'pg';
import { reject } from '../../errors/tacit-error.ts';

/** Retires a dataset: no longer listed, takes no releases, still read by its slug. Returns when; again, it stays when it was. */
export function retireDataset(pool: pg.Pool, slug: string): Promise<Date | null> {
  return setRetired(pool, slug, 'coalesce(retired_at, now())');
}

/** Takes a retired dataset back into use. */
export function restoreDataset(pool: pg.Pool, slug: string): Promise<Date | null> {
  return setRetired(pool, slug, 'null');
}

async function setRetired(pool: pg.Pool, slug: string, when: string): Promise<Date | null> {
  const { rows } = await pool.query<{ kind: string; retired_at: Date | null }>(
    `update dataset set retired_at = case when kind = 'PUBLISHED' then retired_at else ${when} end
     where slug = $1 returning kind, retired_at`,
    [slug],
  );
  const row = rows[0] ?? reject('NOT_FOUND', `There is no dataset "${slug}".`);
  if (row.kind === 'PUBLISHED')
    reject('BAD_USER_INPUT', `"${slug}" is the public record that pages rest on; it cannot be retired.`);
  return row.retired_at;
}
