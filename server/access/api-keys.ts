import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Scope } from './scope.ts';
import { hashKey, newKey } from './secret.ts';

/** A key as its owner may see it again: everything but the key. */
export interface ApiKey {
  id: number;
  name: string;
  scope: Scope;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To about five minutes; null while it was never used. */
  lastUsedAt: Date | null;
}

export interface NewApiKey {
  name: string;
  scope: Scope;
  expiresAt: Date | null;
}

const shown = ['id', 'name', 'scope', 'created_at', 'expires_at', 'revoked_at', 'last_used_at'] as const;

/** Makes a key. This is the only time that it can be read: the database keeps its hash. */
export async function createApiKey(
  kysely: Kysely<Tables>,
  { name, scope, expiresAt }: NewApiKey,
): Promise<{ key: string; apiKey: ApiKey }> {
  const key = newKey();
  const row = await kysely
    .insertInto('api_key')
    .values({ name, scope, expires_at: expiresAt, hash: hashKey(key) })
    .returning(shown)
    .executeTakeFirstOrThrow();
  return { key, apiKey: asApiKey(row) };
}

/** Every key there was, the oldest first. */
export async function listApiKeys(kysely: Kysely<Tables>): Promise<ApiKey[]> {
  const rows = await kysely.selectFrom('api_key').select(shown).orderBy('id').execute();
  return rows.map(asApiKey);
}

/** Ends a key at once, for every server of the database; null when there is none of that number. */
export async function revokeApiKey(kysely: Kysely<Tables>, id: number, now: Date): Promise<ApiKey | null> {
  await kysely
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  const row = await kysely.selectFrom('api_key').select(shown).where('id', '=', id).executeTakeFirst();
  return row ? asApiKey(row) : null;
}

/** Whether any key that may administer is in force. */
export async function hasAdminKey(kysely: Kysely<Tables>, now: Date): Promise<boolean> {
  const row = await kysely
    .selectFrom('api_key')
    .select('id')
    .where('scope', '=', 'admin')
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface Row {
  id: number;
  name: string;
  scope: Scope;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

function asApiKey(row: Row): ApiKey {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
