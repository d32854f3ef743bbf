import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Authenticator } from '../../server/access/index.ts';
import { run } from '../../server/cli/key.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
const now = new Date('2026-11-23T12:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.pool.query('truncate api_key restart identity'));
afterAll(() => database.drop());

async function key(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await run(argv, {
    environment: { DATABASE_URL: database.url },
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    now: () => now,
  });
  return { code, out, err };
}
const create = (...more: string[]) => key('create', '--name', 'the notebook', '--scope', 'ledger', ...more);
const scopeOf = (secret: string, at = now) =>
  new Authenticator({ kysely: database.kysely, now: () => at }).fromKey(secret.trim());

describe('npm run key', () => {
  test('create writes a key that works, and nothing else, to standard output', async () => {
    const { code, out, err } = await create();
    expect(code).toBe(0);
    expect(out).toMatch(/^tacit_[\w-]{43}\n$/);
    expect(err).toBe('Key 1 "the notebook" with the scope ledger, without an end. It is shown this once:\n');
    expect(await scopeOf(out)).toMatchObject({ scope: 'ledger' });
  });

  test('create takes an expiry as the last day on which it works, or as a time from now', async () => {
    const byDay = (await create('--expires', '2026-12-31')).out;
    const bySpan = (await create('--expires', '12h')).out;
    await scopeOf(byDay, new Date('2026-12-31T23:59:59Z'));
    await expect(scopeOf(byDay, new Date('2027-01-01T00:00:00Z'))).rejects.toThrow();
    await scopeOf(bySpan, new Date('2026-11-23T23:59:59Z'));
    await expect(scopeOf(bySpan, new Date('2026-11-24T00:00:00Z'))).rejects.toThrow();
  });

  test('list shows every key but never the key', async () => {
    const { out: secret } = await create('--expires', '90d');
    await scopeOf(secret);
    await create();
    await key('revoke', '2');
    const { out } = await key('list');
    const [head, first, second] = out.split('\n');
    expect(head).toBe('ID  NAME          SCOPE   STATE     CREATED            EXPIRES            LAST USED');
    expect(first).toMatch(
      /^1 {3}the notebook {2}ledger {2}in force .*Z {2}2027-02-21 12:00Z {2}2026-11-23 12:00Z$/,
    );
    expect(second).toMatch(/^2 {3}the notebook {2}ledger {2}revoked .*Z {2}never {14}never$/);
    const json = JSON.parse((await key('list', '--json')).out) as Record<string, unknown>[];
    expect(json).toHaveLength(2);
    expect(Object.keys(json[0]!)).not.toContain('hash');
    expect(JSON.stringify(json) + out).not.toContain(secret.slice(6, 20));
  });

  test('revoke ends a key at once', async () => {
    const { out } = await create();
    expect(await key('revoke', '1')).toMatchObject({ code: 0, err: expect.stringContaining('is revoked') });
    await expect(scopeOf(out)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test.each([
    [['create', '--scope', 'read'], '--name is missing'],
    [['create', '--name', 'x'], '--scope is missing: read, ledger, admin'],
    [['create', '--name', 'x', '--scope', 'root'], '--scope is "root"'],
    [['create', '--name', 'x', '--scope', 'read', '--expires', '2026-02-30'], 'is no time'],
    [['create', '--name', 'x', '--scope', 'read', '--expires', '2026-11-01'], 'is past already'],
    [['create', '--name', 'x', '--scope', 'read', 'more'], '"more" is one word too many'],
    [['revoke'], 'The number of the key is missing'],
    [['revoke', '7'], 'There is no key 7'],
    [['revoke', 'all'], '"all" is no number'],
    [['mint'], '"mint" is no command'],
    [['list', '--jsn'], '--jsn'],
  ])('says what is wrong with %j, and makes nothing', async (argv, words) => {
    const { code, out, err } = await key(...argv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect((await key('list')).out).toBe('There are no keys.\n');
  });

  test('--help says how, without a database', async () => {
    let out = '';
    const surroundings = {
      environment: {},
      out: (text: string) => void (out += text),
      err: () => undefined,
      now: () => now,
    };
    expect(await run(['--help'], surroundings)).toBe(0);
    for (const word of ['create', 'list', 'revoke', '--expires']) expect(out).toContain(word);
  });
});
