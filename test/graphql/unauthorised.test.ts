import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import pino from 'pino';
import { createGraph, type Graph } from '../../server/graphql/graph.ts';
import { openSeededDatabase, type TestDatabase } from '../support/database.ts';
import { everyField, type Step } from './schema-walk/walk.ts';
import type { Samples } from './schema-walk/samples.ts';

/** One database in which a ledger is protected, and one in which it has never been. */
let guarded: { database: TestDatabase; graph: Graph };
let without: typeof guarded;
/** What only the ledger's readers may learn. */
let secrets: string[];
let id: number;
let slug: string;
let samples: Samples;
let protectedSamples: Samples;

async function open(): Promise<typeof guarded> {
  // One connection, so that what it has read can be counted.
  const database = await openSeededDatabase({ poolSize: 1 });
  return { database, graph: await createGraph({ database, logger: pino({ level: 'silent' }) }) };
}

const quoted = (text: string): string => JSON.stringify(text);

beforeAll(async () => {
  [guarded, without] = await Promise.all([open(), open()]);
  const { pool } = guarded.database;
  const { rows } = await pool.query<{ id: number; slug: string }>(
    `select id, slug from dataset where kind = 'LEDGER' order by id limit 1`,
  );
  ({ id, slug } = rows[0]!);
  samples = await samplesOf('tscircuit');
  protectedSamples = await samplesOf(slug);
  secrets = (
    await pool.query<{ text: string }>(
      `select pseudonym as text from expert where dataset_id = $1
       union select name from project where dataset_id = $1 union select slug from sector where dataset_id = $1`,
      [id],
    )
  ).rows.map(({ text }) => text);
  await pool.query('update dataset set protected = true where id = $1', [id]);
  await remove(without.database);
});
afterAll(async () => {
  for (const { graph, database } of [guarded, without]) {
    await graph.stop();
    await database.drop();
  }
});

/** Takes every row of the ledger away, wherever it is. */
async function remove({ pool }: TestDatabase): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select columns.table_name as name from information_schema.columns join pg_class on relname = columns.table_name
     where column_name = 'dataset_id' and table_schema = 'public' and not relispartition`,
  );
  await pool.query(`set session_replication_role = replica`);
  for (const { name } of rows) await pool.query(`delete from ${name} where dataset_id = $1`, [id]);
  await pool.query(`delete from dataset where id = $1`, [id]);
  await pool.query(`set session_replication_role = origin`);
}

/** Names of what there is in one ledger, for fields that ask for one. */
async function samplesOf(ledger: string): Promise<Samples> {
  const { data } = await guarded.graph.execute(`{ dataset(slug: ${quoted(ledger)}) { id sectors { slug }
    experts(first: 1) { nodes { id } } projects(first: 1) { nodes { id } } earnings(first: 1) { nodes { id } } } }`);
  const found = data!['dataset'] as Record<string, { nodes: { id: string }[] }> & {
    id: string;
    sectors: { slug: string }[];
  };
  const ids = ['experts', 'projects', 'earnings'].map((list) => found[list]!.nodes[0]!.id);
  return {
    'Query.dataset.slug': quoted(ledger),
    'Query.sector.slug': quoted(found.sectors[0]!.slug),
    'Query.claim.slug': '"top-contributors"',
    'Query.organisation.slug': '"mercor"',
    'Query.source.slug': '"bls-oews-2025"',
    'Query.expert.id': quoted(ids[0]!),
    'Query.project.id': quoted(ids[1]!),
    'Query.node.id': quoted(ids[2]!),
    'Query.figure.id': '"none"',
    'Query.bulkExportJob.id': '"none"',
    ids: JSON.stringify([found.id, ...ids]),
    fraction: '0.2',
    measure: 'UNITS',
    dimension: 'SECTOR',
    requirements: '{}',
    ConcentrationSide: `{ dataset: ${quoted(ledger)}, measure: UNITS }`,
    groupBy: 'PLATFORM',
    socCode: '"23-1011"',
    text: '"lawyer"',
    query: '"{ experts { totalCount } }"',
  };
}

describe('whoever has no key', () => {
  test('gets from every field of the schema the answer that there would be without the protected ledger, in the same time', async () => {
    const steps = everyField(guarded.graph.schema, samples);
    expect(fieldsIn(steps)).toEqual(fieldsOf(guarded.graph.schema));
    const different: string[] = [];
    const statements: string[] = [];
    const before = await readsOf();
    for (const { type, fields, query } of steps) {
      const there = await asked(guarded, query);
      const gone = await asked(without, query);
      if (there.answer !== gone.answer) different.push(`${type}.${fields.join()}: ${query}`);
      if (there.statements !== gone.statements) statements.push(`${type}.${fields.join()}`);
      expect(mentioned(there.answer), query).toEqual([]);
    }
    expect(different).toEqual([]);
    // Nor does anything take longer for how many rows it has: the same is asked of the database, and none of them is read.
    expect(statements).toEqual([]);
    expect(await readsOf()).toBe(before);
    const read = `{ dataset(slug: ${quoted(slug)}) { earnings(first: 5) { nodes { units } } } }`;
    await guarded.graph.execute(read, {}, { access: { mayReadLedgers: true } });
    expect(await readsOf()).toBeGreaterThan(before);
  }, 120_000);

  test('is refused, and told nothing, by every field that names it or what is in it', async () => {
    const own = Object.values(protectedSamples).filter((sample) => !Object.values(samples).includes(sample));
    const named = everyField(guarded.graph.schema, protectedSamples).filter(({ query }) =>
      own.some((sample) => query.includes(sample)),
    );
    expect(named.length).toBeGreaterThan(60);
    let seen = 0;
    for (const { query } of named) {
      const outside = await guarded.graph.execute(query);
      const answer = JSON.stringify(outside);
      for (const secret of mentioned(answer)) expect(query, answer).toContain(secret);
      expect(leavesIn(outside.data), `${query}\n${answer}`).toEqual([]);
      const inside = await guarded.graph.execute(query, {}, { access: { mayReadLedgers: true } });
      if (leavesIn(inside.data).length > 0) seen += 1;
    }
    // With a key most of them are answered, so that it is the key that was missing; the others have nothing to tell.
    expect(seen / named.length).toBeGreaterThan(0.6);
  }, 120_000);

  test('cannot have it written to a file, erased, retired, or put into a figure', async () => {
    const { schema, execute } = guarded.graph;
    const acts: Record<string, string> = {
      bulkExport: `(dataset: ${quoted(slug)}, format: CSV)`,
      datasetRetire: `(slug: ${quoted(slug)})`,
      datasetRestore: `(slug: ${quoted(slug)})`,
      expertErase: `(input: { expert: ${protectedSamples['Query.expert.id']!} })`,
      keyCreate: '(input: { name: "mine", scope: ADMIN })',
      keyRevoke: '(number: 1)',
      keyRotate: '(number: 1)',
    };
    const others = Object.keys(schema.getMutationType()!.getFields()).filter((name) => !(name in acts));
    // Its figures are those of pages, which are drawn for whoever asks: test/figures tries them.
    expect(others).toEqual(['figureCreate']);
    for (const [act, given] of Object.entries(acts)) {
      const answer = JSON.stringify(await execute(`mutation { ${act}${given} { __typename } }`));
      expect(answer, act).toMatch(/"code":"(FORBIDDEN|UNAUTHENTICATED|SERVICE_UNAVAILABLE)"/);
      expect(mentioned(answer)).toEqual([]);
    }
    const { rows } = await guarded.database.pool.query(
      'select count(*)::int as rows, (select retired_at from dataset where id = $1) from earning where dataset_id = $1',
      [id],
    );
    expect(rows[0]).toMatchObject({ retired_at: null });
  });
});

test('that a reader was shown one of its people is noted, whichever field showed it', async () => {
  const people = (
    await guarded.database.pool.query<{ pseudonym: string }>(
      'select pseudonym from expert where dataset_id = $1',
      [id],
    )
  ).rows.map(({ pseudonym }) => pseudonym);
  const told = new Set<string>();
  const unnoted: string[] = [];
  for (const { type, fields, query } of everyField(guarded.graph.schema, protectedSamples)) {
    const noted = new Set<string>();
    const access = { mayReadLedgers: true, noteReading: (dataset: string) => void noted.add(dataset) };
    const answer = JSON.stringify(await guarded.graph.execute(query, {}, { access }));
    if (!people.some((pseudonym) => answer.includes(`"${pseudonym}"`))) continue;
    told.add(`${type}.${fields.join()}`);
    if (!noted.has(slug)) unnoted.push(`${type}.${fields.join()}: ${query}`);
  }
  expect(told.size).toBeGreaterThan(3);
  expect(unnoted).toEqual([]);
}, 120_000);

/** Every field of every object type that a query can give, as `Type.field`. */
function fieldsOf(schema: GraphQLSchema): string[] {
  const given = Object.values(schema.getTypeMap()).filter(
    (type) =>
      isObjectType(type) && !type.name.startsWith('__') && !/^Mutation$|Payload$|^UserError$/.test(type.name),
  ) as GraphQLObjectType[];
  return given
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .sort();
}

function fieldsIn(steps: readonly Step[]): string[] {
  return steps.flatMap(({ type, fields }) => fields.map((field) => `${type}.${field}`)).sort();
}

/** An answer as text, without what differs from one asking to the next. */
async function asked({ graph, database }: typeof guarded, query: string) {
  database.statements.length = 0;
  const { data, errors } = await graph.execute(query);
  const answer = JSON.stringify({ data, errors: errors?.map(({ message, path }) => ({ message, path })) });
  return {
    answer: answer.replaceAll(/"resetAt":"[^"]*"/g, '').replaceAll(/"(remaining|requestId)":[^,}]*/g, ''),
    statements: database.statements.join('\n'),
  };
}

/** Secrets that a text holds; short ones are words that occur by chance. */
function mentioned(text: string): string[] {
  return secrets.filter((secret) => secret.length >= 6 && text.includes(secret));
}

/** Values of an answer that say something. */
function leavesIn(value: unknown, key = ''): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesIn(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => leavesIn(one, name));
  return value === null || value === undefined || key === '__typename' ? [] : [value];
}

/** How often rows of the ledger were read, by any way, since the database was made. */
async function readsOf(): Promise<number> {
  const { pool } = guarded.database;
  await pool.query('select pg_stat_force_next_flush()');
  await pool.query('select 1');
  const { rows } = await pool.query<{ reads: string }>(
    `select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as reads from pg_stat_user_tables
     where relid in (select inhrelid from pg_inherits
       where pg_get_expr((select relpartbound from pg_class where oid = inhrelid), inhrelid) ~ $1)`,
    [`\\m${id}\\M`],
  );
  return Number(rows[0]!.reads);
}
