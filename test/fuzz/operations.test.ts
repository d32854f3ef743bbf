import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isErrorCode } from '../../server/errors/registry.ts';
import { graphSchema } from '../../server/graphql/schema.ts';
import { verify } from '../../server/verification/verify.ts';
import { startProduct, type Product } from '../support/product.ts';
import { openFolder, importText, type Folder } from '../imports/support.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { readKnownValues, type KnownValues } from './known-values.ts';
import { writeOperation, type Operation } from './operations.ts';

/** How many operations: some hundred in every run, 20,000 with "npm run test:fuzz". */
const operations = Number(process.env['TACIT_FUZZ'] ?? 240);
/** Sent at the same time: what they do to each other is part of it. */
const together = 8;
const longest = 20_000;
const seed = Number(process.env['TACIT_FUZZ_SEED'] ?? 20261129);

const adminKey = 'a key of this test alone';
/** In the names of a protected ledger; no answer to a stranger may hold it. */
const canary = 'Kanarie7f3';

let database: TestDatabase;
let product: Product;
let schema: GraphQLSchema;
let known: KnownValues;
let folder: Folder;
const keys: Partial<Record<Operation['scope'], string>> = { admin: adminKey };

beforeAll(async () => {
  [database, folder, schema] = await Promise.all([openSeededDatabase(), openFolder(), graphSchema()]);
  const rows = Array.from({ length: 60 }, (_, row) => `w${row % 20},${canary} ${row % 4},${1 + (row % 9)}`);
  const ledger = `who,what,n\n${rows.join('\n')}\n`;
  const hidden = { title: `${canary} ledger`, protected: true };
  await importText(database, ledger, {
    slug: 'hidden',
    dataset: hidden,
    mapping: { expert: 'who', project: 'what', units: 'n' },
  });
  known = await readKnownValues(database.pool);
  product = await startProduct({
    environment: {
      DATABASE_URL: database.url,
      DATA_DIR: folder.path('data'),
      ADMIN_KEY: adminKey,
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'error',
    },
  });
  for (const scope of ['read', 'ledger'] as const) {
    const query = `mutation { keyCreate(input: { name: "fuzz", scope: ${scope.toUpperCase()} }) { key } }`;
    const { answer } = await send({ query, variables: {}, scope: 'admin' });
    keys[scope] = (answer.data as { keyCreate: { key: string } }).keyCreate.key;
  }
});
afterAll(async () => {
  await product.stop();
  await database.drop();
  await folder.remove();
});

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

let senders = 0;

/** Sends an operation from an address of its own, so that nobody's points run out. */
async function send({ query, variables, scope }: Operation) {
  senders += 1;
  const key = keys[scope];
  const response = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${(senders >> 16) & 255}.${(senders >> 8) & 255}.${senders & 255}`,
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(longest),
  });
  const text = await response.text();
  return { status: response.status, text, answer: JSON.parse(text) as Answer };
}

/** Words of the inside that no answer holds. */
const inside =
  /node_modules|\n\s+at |\/server\/|\.ts:\d|pg_catalog|syntax error at or near|violates|expert_rollup|project_rollup|SELECT |select "/;

/** What is wrong with the answer to an operation; nothing where it is as it should be. */
async function faultOf(operation: Operation): Promise<string | undefined> {
  const { status, text, answer } = await send(operation);
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.code);
  if (answer.data != null) answered += 1;
  for (const code of codes) seen.set(String(code), (seen.get(String(code)) ?? 0) + 1);
  if (status >= 500) return `${status}: ${text.slice(0, 500)}`;
  if (!codes.every(isErrorCode)) return `an unknown code: ${String(codes)}`;
  if (codes.includes('INTERNAL_SERVER_ERROR')) return text.slice(0, 800);
  const told = operation.query + JSON.stringify(operation.variables);
  const leaked = inside.exec(text)?.[0];
  if (leaked !== undefined && !told.includes(leaked)) return `it tells of the inside: ${leaked}`;
  if (['nobody', 'read'].includes(operation.scope) && text.includes(canary) && !told.includes(canary))
    return 'a protected ledger was read';
  return undefined;
}

let answered = 0;
const seen = new Map<string, number>();

test(
  'whatever is asked, valid or not, is answered or refused under a code, and tells nothing of the inside',
  async () => {
    let asked = 0;
    // All of them: one run tells of every fault, and the smallest of them shows its cause without shrinking.
    const found: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const batch = Array.from({ length: together }, () => writeOperation(g, schema, known));
        asked += batch.length;
        const faults = await Promise.all(
          batch.map(async (operation) => {
            const fault = await faultOf(operation).catch((error: unknown) => `no answer: ${String(error)}`);
            return (
              fault &&
              `${fault}\n${operation.scope} asked ${operation.query}\n${JSON.stringify(operation.variables)}`
            );
          }),
        );
        found.push(...faults.filter((fault) => fault !== undefined));
      }),
      { numRuns: Math.ceil(operations / together), seed },
    );
    expect(found.slice(0, 20), product.said().slice(-8000)).toEqual([]);
    // What is refused at the door tries nothing behind it.
    expect(answered / asked).toBeGreaterThan(0.3);
    expect(product.runs()).toBe(true);
    expect(product.said()).not.toContain('MaxListeners');
    const verified = await verify(database.pool);
    expect(verified.filter(({ different }) => different > 0)).toEqual([]);
    if (operations > 1000)
      process.stdout.write(
        `${asked} operations, ${answered} with data, refusals ${JSON.stringify(Object.fromEntries(seen))}\n`,
      );
  },
  60_000 + operations * 200,
);
