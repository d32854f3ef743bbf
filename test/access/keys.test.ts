import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  Authenticator,
  createApiKey,
  hasAdminKey,
  holds,
  listApiKeys,
  nobody,
  requireScope,
  revokeApiKey,
  type Scope,
} from '../../server/access/index.ts';
import { hashKey, newKey, sameHash } from '../../server/access/secret.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let now = new Date('2026-11-23T12:00:00Z');
let keys: Authenticator;
const adminKey = 'the operator set this one';

beforeAll(async () => {
  database = await openTestDatabase();
  keys = new Authenticator({ kysely: database.kysely, adminKey, now: () => now });
});
beforeEach(async () => {
  now = new Date('2026-11-23T12:00:00Z');
  await database.pool.query('truncate api_key restart identity');
});
afterAll(() => database.drop());

const make = (scope: Scope, expiresAt: Date | null = null) =>
  createApiKey(database.kysely, { name: 'for a test', scope, expiresAt });
const refusal = { code: 'UNAUTHENTICATED' };

describe('a key', () => {
  test('is 256 random bits behind the prefix, and no two are alike', () => {
    const made = new Set(Array.from({ length: 100 }, newKey));
    expect(made.size).toBe(100);
    for (const key of made) expect(key).toMatch(/^tacit_[\w-]{43}$/);
  });

  test('is nowhere in the database, only its hash is', async () => {
    const { key } = await make('read');
    const { rows } = await database.pool.query<{ row: string; hash: Buffer }>(
      'select api_key::text as row, hash from api_key',
    );
    expect(rows[0]!.hash).toEqual(hashKey(key));
    expect(rows[0]!.row).not.toContain(key.slice(6, 20));
    expect(JSON.stringify(await listApiKeys(database.kysely))).not.toContain(key.slice(6, 20));
  });

  test('lets its bearer in with its scope', async () => {
    for (const scope of ['read', 'ledger', 'admin'] as const) {
      const { key } = await make(scope);
      expect(await keys.fromHeader(`Bearer ${key}`)).toMatchObject({ scope });
      expect(await keys.fromHeader(`bearer   ${key} `)).toMatchObject({ scope });
    }
  });

  test('that is unknown, expired, revoked, cut off, empty or endless is refused in the same words', async () => {
    const expired = await make('admin', new Date('2026-11-23T12:00:00Z'));
    const revoked = await make('admin');
    const whole = await make('admin');
    await revokeApiKey(database.kysely, revoked.apiKey.id, now);
    const wrong = [
      newKey(),
      expired.key,
      revoked.key,
      whole.key.slice(0, -1),
      `${whole.key}x`,
      whole.key.toUpperCase(),
      '',
      'x'.repeat(5000),
      'tacit_\0',
    ];
    const words = new Set<string>();
    for (const key of wrong) {
      const error = await keys.fromHeader(`Bearer ${key}`).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject(refusal);
      words.add((error as Error).message);
    }
    expect(words.size).toBe(1);
  });

  test('ends at the moment of its expiry and not before', async () => {
    const { key } = await make('ledger', new Date('2026-11-23T12:00:01Z'));
    expect(await keys.fromKey(key)).toMatchObject({ scope: 'ledger' });
    now = new Date('2026-11-23T12:00:01Z');
    await expect(keys.fromKey(key)).rejects.toMatchObject(refusal);
  });

  test('is revoked once, and a number without a key is told from one with it', async () => {
    const { apiKey } = await make('read');
    const first = await revokeApiKey(database.kysely, apiKey.id, now);
    const again = await revokeApiKey(database.kysely, apiKey.id, new Date('2027-01-01T00:00:00Z'));
    expect(first?.revokedAt).toEqual(now);
    expect(again?.revokedAt).toEqual(now);
    expect(await revokeApiKey(database.kysely, 99, now)).toBeNull();
  });

  test('remembers its last use without a write a request', async () => {
    const { key } = await make('read');
    const lastUse = async () => (await listApiKeys(database.kysely))[0]!.lastUsedAt;
    await keys.fromKey(key);
    expect(await lastUse()).toEqual(now);
    database.statements.splice(0);
    now = new Date('2026-11-23T12:04:59Z');
    await keys.fromKey(key);
    expect(database.statements).toHaveLength(1);
    expect(await lastUse()).toEqual(new Date('2026-11-23T12:00:00Z'));
    now = new Date('2026-11-23T12:05:00Z');
    await keys.fromKey(key);
    expect(await lastUse()).toEqual(now);
  });
});

describe('the ADMIN_KEY of the environment', () => {
  test('is an admin key, without the database', async () => {
    database.statements.splice(0);
    expect(await keys.fromHeader(`Bearer ${adminKey}`)).toMatchObject({ scope: 'admin' });
    expect(database.statements).toEqual([]);
  });

  test('is none where it is not set', async () => {
    const without = new Authenticator({ kysely: database.kysely });
    for (const key of ['undefined', '', adminKey])
      await expect(without.fromKey(key)).rejects.toMatchObject(refusal);
  });
});

test('no Authorization, and one of another scheme, is nobody', async () => {
  for (const header of [undefined, '', 'Basic dXNlcjpwYXNz', 'tacit_abc'])
    expect(await keys.fromHeader(header)).toEqual(nobody);
});

test('hashes are compared whole, and unlike lengths are no error', () => {
  const hash = hashKey('a');
  expect(sameHash(hash, hashKey('a'))).toBe(true);
  expect(sameHash(hash, hashKey('b'))).toBe(false);
  expect(sameHash(hash, hash.subarray(1))).toBe(false);
});

describe('scopes', () => {
  test('nest: admin holds ledger holds read', () => {
    const order = [null, 'read', 'ledger', 'admin'] as const;
    for (const [rank, held] of order.entries())
      for (const [needed, scope] of (['read', 'ledger', 'admin'] as const).entries())
        expect(holds(held, scope)).toBe(rank > needed);
  });

  test('that are missing are UNAUTHENTICATED without a key and FORBIDDEN with one', () => {
    expect(() => requireScope(nobody, 'ledger')).toThrow(expect.objectContaining(refusal));
    expect(() => requireScope({ scope: 'read' }, 'ledger')).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
    expect(() => requireScope({ scope: 'admin' }, 'ledger')).not.toThrow();
  });
});

test('whether an admin key is in force is known', async () => {
  expect(await hasAdminKey(database.kysely, now)).toBe(false);
  await make('ledger');
  await make('admin', new Date('2026-01-01T00:00:00Z'));
  const { apiKey } = await make('admin', new Date('2027-01-01T00:00:00Z'));
  expect(await hasAdminKey(database.kysely, now)).toBe(true);
  await revokeApiKey(database.kysely, apiKey.id, now);
  expect(await hasAdminKey(database.kysely, now)).toBe(false);
});
