import type pg from 'pg';
import { commandLine, noteAct } from '../../database/audit-log.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import { reject } from '../../errors/tacit-error.ts';

/** Retires a dataset: no longer listed, takes no releases, still read by its slug. Returns when; again, it stays when it was. */
export function retireDataset(pool: pg.Pool, slug: string, actor = commandLine): Promise<Date | null> {
  return setRetired(pool, slug, 'RETIRE', actor);
}

/** Takes a retired dataset back into use. */
export function restoreDataset(pool: pg.Pool, slug: string, actor = commandLine): Promise<Date | null> {
  return setRetired(pool, slug, 'RESTORE', actor);
}

function setRetired(
  pool: pg.Pool,
  slug: string,
  act: 'RETIRE' | 'RESTORE',
  actor: string,
): Promise<Date | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ kind: string; retired_at: Date | null }>(
      'select kind, retired_at from dataset where slug = $1 for update',
      [slug],
    );
    const { kind, retired_at: since } = rows[0] ?? reject('NOT_FOUND', `There is no dataset "${slug}".`);
    if (kind === 'PUBLISHED')
      reject('BAD_USER_INPUT', `"${slug}" is the public record that pages rest on; it cannot be retired.`);
    if ((since !== null) === (act === 'RETIRE')) return since;
    const when = act === 'RETIRE' ? 'now()' : 'null';
    const changed = await client.query<{ retired_at: Date | null }>(
      `update dataset set retired_at = ${when} where slug = $1 returning retired_at`,
      [slug],
    );
    await noteAct(client, { actor, act, dataset: slug });
    return changed.rows[0]!.retired_at;
  });
}
