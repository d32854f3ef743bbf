import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { said } from '../errors/said.ts';
import { reject } from '../errors/tacit-error.ts';
import { holds, type Scope } from './scope.ts';
import { hashKey, sameHash } from './secret.ts';

/** Who asks. */
export interface Caller {
  /** What the key allows; null without a key. */
  scope: Scope | null;
  /** The key's number; null without a key and for ADMIN_KEY. */
  keyId: number | null;
}

/** Whoever sent no key. */
export const nobody: Caller = { scope: null, keyId: null };

export interface AuthenticatorOptions {
  kysely: Kysely<Tables>;
  /** ADMIN_KEY of the environment. */
  adminKey?: string | undefined;
  now?: () => Date;
}

/** A key's last use is written at most this often, so that reading does not become writing. */
const useWrittenEvery = 5 * 60_000;

/** Longer than any key of ours, and than any ADMIN_KEY that a person would set. */
const longestKey = 1024;

/** Tells from a key what its bearer may do. */
export class Authenticator {
  readonly #kysely: Kysely<Tables>;
  readonly #admin: Buffer | undefined;
  readonly #now: () => Date;

  constructor({ kysely, adminKey, now = () => new Date() }: AuthenticatorOptions) {
    this.#kysely = kysely;
    this.#admin = adminKey === undefined ? undefined : hashKey(adminKey);
    this.#now = now;
  }

  /**
   * The caller whose `Authorization` this is. Whatever is wrong with a key (never made, expired, revoked, cut
   * off) is refused with one answer, so that nobody learns which keys there are. Other schemes than Bearer are
   * no business of ours: a proxy in front may use them.
   */
  async fromHeader(authorization: string | undefined): Promise<Caller> {
    const [scheme = '', ...rest] = (authorization ?? '').trim().split(/\s+/);
    return scheme.toLowerCase() === 'bearer' ? this.fromKey(rest.join(' ')) : nobody;
  }

  /** The caller who holds this key. */
  async fromKey(key: string): Promise<Caller> {
    if (key === '' || key.length > longestKey) refuse();
    const hash = hashKey(key);
    if (this.#admin && sameHash(hash, this.#admin)) return { scope: 'admin', keyId: null };
    const row = await this.#kysely
      .selectFrom('api_key')
      .select(['id', 'hash', 'scope', 'expires_at', 'revoked_at', 'last_used_at'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    const now = this.#now();
    if (!row || !sameHash(row.hash, hash) || row.revoked_at !== null) refuse();
    if (row.expires_at !== null && row.expires_at <= now) refuse();
    if (now.getTime() - (row.last_used_at?.getTime() ?? 0) >= useWrittenEvery)
      await this.#noteUse(row.id, now);
    return { scope: row.scope, keyId: row.id };
  }

  /** A database that takes no writes for the moment still answers reads. */
  async #noteUse(id: number, now: Date): Promise<void> {
    await this.#kysely
      .updateTable('api_key')
      .set({ last_used_at: now })
      .where('id', '=', id)
      .execute()
      .catch(() => undefined);
  }
}

/** Stops a caller whose key does not reach so far: UNAUTHENTICATED without a key, FORBIDDEN with a lesser one. */
export function requireScope({ scope }: Pick<Caller, 'scope'>, needed: Scope): void {
  if (holds(scope, needed)) return;
  if (scope === null)
    reject(
      'UNAUTHENTICATED',
      said`This needs an API key with the scope "${needed}": send it as "Authorization: Bearer KEY".`,
    );
  reject(
    'FORBIDDEN',
    said`This needs an API key with the scope "${needed}"; the key sent has the scope "${scope}".`,
  );
}

function refuse(): never {
  reject(
    'UNAUTHENTICATED',
    said`This API key is not valid, or no longer: ask whoever runs this server for another.`,
  );
}
