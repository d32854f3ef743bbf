import { parseArgs } from 'node:util';
import {
  createApiKey,
  isScope,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
  scopes,
  type ApiKey,
} from '../access/index.ts';
import type { Database } from '../database/connect.ts';
import { reject } from '../errors/tacit-error.ts';
import { obeying, withDatabase, type Surroundings } from './command.ts';

const help = `Keys of the API. A key is shown once, when it is made; only its hash is stored.

  npm run key -- create --name NAME --scope read|ledger|admin [--expires WHEN]
  npm run key -- list [--json]
  npm run key -- revoke ID
  npm run key -- rotate ID

  rotate     a new key with the same name, scope and end in the place of one, which ends at once

  --name     whose it is, or what for: "the notebook of Ada"
  --scope    read     open data, under a name of one's own
             ledger   also rows and aggregates of protected ledgers
             admin    also imports
  --expires  a day (2027-06-30: the last on which it works, UTC) or a time from now (90d, 12h); never where not given
  --json     the list as JSON

Works beside a running server and alone. The key goes to standard output, everything else to standard error:
  KEY=$(npm run -s key -- create --name notebook --scope ledger)
`;

/** `npm run key`: makes, lists and ends keys. Returns the exit code. */
export function run(argv: readonly string[], around: Surroundings & { now?: () => Date }): Promise<number> {
  return obeying('key', around, () => obey(argv, around, around.now?.() ?? new Date()));
}

async function obey(argv: readonly string[], around: Surroundings, now: Date): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      scope: { type: 'string' },
      expires: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) {
    around.out(help);
    return values.help ? 0 : 1;
  }
  switch (command) {
    case 'create': {
      const wanted = { ...readWanted(values.name, values.scope), expiresAt: readExpiry(values.expires, now) };
      noMore(rest);
      const { key, apiKey } = await withKeys(around, (kysely) => createApiKey(kysely, wanted));
      around.err(
        `Key ${apiKey.id} "${apiKey.name}" with the scope ${apiKey.scope}, ${lifeOf(apiKey)}. It is shown this once:\n`,
      );
      around.out(`${key}\n`);
      return 0;
    }
    case 'list': {
      noMore(rest);
      const keys = await withKeys(around, (kysely) => listApiKeys(kysely));
      around.out(values.json ? `${JSON.stringify(keys, null, 2)}\n` : tableOf(keys, now));
      return 0;
    }
    case 'revoke': {
      const id = readId(rest[0]);
      noMore(rest.slice(1));
      const revoked = await withKeys(around, (kysely) => revokeApiKey(kysely, id, now));
      if (!revoked)
        reject('BAD_USER_INPUT', `There is no key ${id}; "npm run key -- list" shows those there are.`);
      around.err(`Key ${id} "${revoked.name}" is revoked: no server takes it any more.\n`);
      return 0;
    }
    case 'rotate': {
      const id = readId(rest[0]);
      noMore(rest.slice(1));
      const made = await withKeys(around, (kysely) => rotateApiKey(kysely, id, now));
      if (!made)
        reject('BAD_USER_INPUT', `There is no key ${id}; "npm run key -- list" shows those there are.`);
      const { name, scope } = made.apiKey;
      around.err(
        `Key ${made.apiKey.id} "${name}" with the scope ${scope} stands in the place of key ${id}, which no server takes any more. It is shown this once:\n`,
      );
      around.out(`${made.key}\n`);
      return 0;
    }
    default:
      reject('BAD_USER_INPUT', `"${command}" is no command: create, list, revoke or rotate would do.`);
  }
}

/** Keys need no data: a first key is made before the first start, without waiting for the seeds. */
function withKeys<Result>(
  around: Surroundings,
  work: (kysely: Database['kysely']) => Promise<Result>,
): Promise<Result> {
  return withDatabase(around, ({ kysely }) => work(kysely), { seeds: false });
}

function readWanted(name: string | undefined, scope: string | undefined) {
  if (!name?.trim()) reject('BAD_USER_INPUT', '--name is missing: whose key it is, or what for.');
  if (scope === undefined || !isScope(scope))
    reject(
      'BAD_USER_INPUT',
      `--scope is ${scope === undefined ? 'missing' : `"${scope}"`}: ${scopes.join(', ')} would do.`,
    );
  return { name: name.trim(), scope };
}

const units = { h: 3_600_000, d: 86_400_000 } as const;

function readExpiry(text: string | undefined, now: Date): Date | null {
  if (text === undefined) return null;
  const span = /^(\d{1,5})([hd])$/.exec(text);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  const isDay = day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (!span && !isDay)
    reject('BAD_USER_INPUT', `--expires "${text}" is no time: 2027-06-30, 90d or 12h would do.`);
  const expiry = span
    ? now.getTime() + Number(span[1]) * units[span[2] as keyof typeof units]
    : day!.getTime() + units.d;
  if (expiry <= now.getTime()) reject('BAD_USER_INPUT', `--expires "${text}" is past already.`);
  return new Date(expiry);
}

function readId(text: string | undefined): number {
  if (text === undefined)
    reject('BAD_USER_INPUT', 'The number of the key is missing: npm run key -- list shows it.');
  if (!/^[1-9]\d{0,8}$/.test(text)) reject('BAD_USER_INPUT', `"${text}" is no number of a key.`);
  return Number(text);
}

function noMore([surplus]: readonly string[]): void {
  if (surplus !== undefined) reject('BAD_USER_INPUT', `"${surplus}" is one word too many.`);
}

function lifeOf({ expiresAt }: ApiKey): string {
  return expiresAt ? `until ${minute(expiresAt)}` : 'without an end';
}

function tableOf(keys: readonly ApiKey[], now: Date): string {
  if (keys.length === 0) return 'There are no keys.\n';
  const rows = keys.map((key) => [
    String(key.id),
    key.name,
    key.scope,
    stateOf(key, now),
    minute(key.createdAt),
    key.expiresAt ? minute(key.expiresAt) : 'never',
    key.lastUsedAt ? minute(key.lastUsedAt) : 'never',
  ]);
  const table = [['ID', 'NAME', 'SCOPE', 'STATE', 'CREATED', 'EXPIRES', 'LAST USED'], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function stateOf({ revokedAt, expiresAt }: ApiKey, now: Date): string {
  if (revokedAt) return 'revoked';
  return expiresAt && expiresAt <= now ? 'expired' : 'in force';
}

/** To the minute, UTC. */
function minute(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
