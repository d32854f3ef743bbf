import type { Kysely } from 'kysely';
import { commandLine, type AuditAct } from '../database/audit-log.ts';
import type { Tables } from '../database/tables.ts';
import { reject } from '../errors/tacit-error.ts';
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
export function createApiKey(
  kysely: Kysely<Tables>,
  wanted: NewApiKey,
  actor = commandLine,
): Promise<{ key: string; apiKey: ApiKey }> {
  return kysely.transaction().execute(async (transaction) => {
    const made = await insertKey(transaction, wanted);
    await note(transaction, actor, 'KEY_CREATE', made.apiKey);
    return made;
  });
}

/**
 * Puts a new key in the place of one in force, with its name, scope and end: the old one ends at once. Null when there is
 * none of that number; BAD_USER_INPUT where it is no longer in force.
 */
export function rotateApiKey(
  kysely: Kysely<Tables>,
  id: number,
  now: Date,
  actor = commandLine,
): Promise<{ key: string; apiKey: ApiKey } | null> {
  return kysely.transaction().execute(async (transaction) => {
    const old = await transaction
      .selectFrom('api_key')
      .select(shown)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (old === undefined) return null;
    const { name, scope, expires_at: expiresAt } = old;
    if (old.revoked_at !== null || (expiresAt !== null && expiresAt <= now))
      reject('BAD_USER_INPUT', `Key ${id} "${name}" is no longer in force: make a new one.`);
    await transaction.updateTable('api_key').set({ revoked_at: now }).where('id', '=', id).execute();
    const made = await insertKey(transaction, { name, scope, expiresAt });
    await note(transaction, actor, 'KEY_ROTATE', made.apiKey, ` in place of key ${id}`);
    return made;
  });
}

async function insertKey(
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

async function note(
  kysely: Kysely<Tables>,
  actor: string,
  act: AuditAct,
  { id, name, scope }: ApiKey,
  more = '',
): Promise<void> {
  const detail = `key ${id} "${name}", scope ${scope}${more}`;
  await kysely.insertInto('audit_entry').values({ actor, act, detail }).execute();
}

/** Every key there was, the oldest first. */
export async function listApiKeys(kysely: Kysely<Tables>): Promise<ApiKey[]> {
  const rows = await kysely.selectFrom('api_key').select(shown).orderBy('id').execute();
  return rows.map(asApiKey);
}

/** Ends a key at once, for every server of the database; null when there is none of that number. */
export function revokeApiKey(
  kysely: Kysely<Tables>,
  id: number,
  now: Date,
  actor = commandLine,
): Promise<ApiKey | null> {
  return kysely.transaction().execute(async (transaction) => {
    const ended = await transaction
      .updateTable('api_key')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning(shown)
      .executeTakeFirst();
    if (ended !== undefined) await note(transaction, actor, 'KEY_REVOKE', asApiKey(ended));
    const row =
      ended ??
      (await transaction.selectFrom('api_key').select(shown).where('id', '=', id).executeTakeFirst());
    return row === undefined ? null : asApiKey(row);
  });
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
