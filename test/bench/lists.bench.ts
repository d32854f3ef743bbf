import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';
import { migrate } from '../../server/database/migrate.ts';
import { loadSeeds } from '../../server/imports/seeds.ts';
import { projectPath, projectRoot } from '../../server/project-root.ts';
import { simulate } from '../../server/simulation/simulate.ts';
import { measure, type Asked, type Measured } from './lists/load.ts';
import {
  askCeiling,
  askMercurius,
  askPostGraphile,
  askTacit,
  questions,
  type Ledger,
  type Question,
} from './lists/questions.ts';
import { installPeers, start, type Server } from './lists/server.ts';
import { measuredOn, serverProcessor, table, writeResults } from './results.ts';

// Lists, beside PostGraphile, Mercurius with jit, and no GraphQL at all: npm run bench:lists [-- --rows N --data FOLDER]
// A folder that is given is kept, with its ledger and the peers, for the next time.

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '2000000' }, data: { type: 'string' } },
});
const earnings = Number(values.rows);
const kept = values.data;
// Of processor time, for each figure and for warming up.
const seconds = Number(process.env['BENCH_SECONDS'] ?? '1.5');
const warming = Number(process.env['BENCH_WARMING'] ?? '10');

const folder = kept ?? (await mkdtemp(join(tmpdir(), 'tacit-lists-bench-')));
const postgres = await startEmbeddedPostgres({ dataDir: folder, report: () => undefined });
const database = await connectDatabase(postgres.connection);
const servers: Server[] = [];
try {
  const ledger = await prepare(database);
  const peers = await installPeers(folder);
  await run(database, ledger, peers);
} finally {
  for (const server of servers) await server.stop();
  await database.close();
  await postgres.stop();
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}

async function prepare(into: Database): Promise<Ledger> {
  await migrate(into);
  await loadSeeds(into, { directory: projectPath('seeds') });
  const find = async (): Promise<Ledger | undefined> =>
    (await into.pool.query<Ledger>(`select id, slug from dataset where slug = 'market'`)).rows[0];
  if ((await find()) === undefined) {
    const experts = Math.ceil(earnings / 70);
    await simulate(into, { slug: 'market', experts, earnings, seed: 7 });
    // PostGraphile follows foreign keys: facts have none, so they are named to it.
    await into.pool.query(
      `comment on table earning is E'@foreignKey (expert_id) references expert (id)\\n@foreignKey (project_id) references project (id)\\n@foreignKey (sector_id) references sector (id)'`,
    );
    await into.pool.query('vacuum analyze');
  }
  return (await find())!;
}

async function open(parts: string[], env: Record<string, string> = {}, cwd = folder): Promise<Server> {
  const server = await start(parts, { cwd, env });
  servers.push(server);
  return server;
}

async function peer(name: string, flags: string[], port: number, env = {}): Promise<Server> {
  await copyFile(projectPath('test', 'bench', 'lists', `${name}.peer.mjs`), join(folder, `${name}.peer.mjs`));
  return open([...flags, `${name}.peer.mjs`, databaseUrl(), String(port)], env);
}

function databaseUrl(): string {
  const { host, port, user, database: name } = postgres.connection;
  return `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
}

async function run(measured: Database, ledger: Ledger, peers: string): Promise<void> {
  const tacit = (port: number, ...more: string[]): Promise<Server> =>
    open(
      [
        '--max-semi-space-size=64',
        '--import',
        'tsx',
        'test/bench/lists/tacit.server.ts',
        databaseUrl(),
        String(port),
        ...more,
      ],
      {},
      projectRoot,
    );
  const served = await tacit(4191);
  const apollo = await tacit(4192, 'apollo');
  const mercurius = await peer('mercurius', ['--max-semi-space-size=64'], 4193);
  const statements = Object.fromEntries(questions.map(({ name, sql }) => [name, sql]));
  const ceiling = await peer('ceiling', ['--max-semi-space-size=64'], 4194, {
    STATEMENTS: JSON.stringify(statements),
  });
  const postgraphile = await peer('postgraphile', ['--max-semi-space-size=64'], 4195);

  const processor = (): Promise<number> => serverProcessor(measured);
  const asks = await Promise.all(
    questions.map((question) => askPostGraphile(postgraphile.url, question, ledger)),
  );
  const mixed = (): Asked => asks[Math.floor(Math.random() * asks.length)]!();
  const ask = (askOf: (question: Question, from: Ledger) => () => Asked) => {
    const all = questions.map((question) => askOf(question, ledger));
    return (): Asked => all[Math.floor(Math.random() * all.length)]!();
  };
  await measure(postgraphile, mixed, warming, processor);
  await measure(served, ask(askTacit), warming / 2, processor);
  await measure(apollo, ask(askTacit), warming / 2, processor);
  await measure(mercurius, ask(askMercurius), warming / 2, processor);
  await measure(ceiling, ask(askCeiling), warming / 4, processor);

  const timed = async (server: Server, ask: () => Asked): Promise<Measured> => {
    await measure(server, ask, seconds / 3, processor);
    return measure(server, ask, seconds, processor);
  };
  const rows: string[][] = [];
  const both: string[][] = [];
  for (const [index, question] of questions.entries()) {
    const peerOf = await timed(postgraphile, asks[index]!);
    const ours = await timed(served, askTacit(question, ledger));
    const again = askTacit(question, ledger)();
    const found = {
      ours,
      fallback: await timed(apollo, askTacit(question, ledger)),
      mercurius: await timed(mercurius, askMercurius(question, ledger)),
      ceiling: await timed(ceiling, askCeiling(question, ledger)),
      repeated: await timed(served, () => again),
      known: await timed(served, await knownAsk(served, question, ledger)),
    };
    const times = ({ perSecond }: Measured): string => (perSecond / peerOf.perSecond).toFixed(1);
    rows.push([
      question.name,
      Math.round(peerOf.perSecond).toString(),
      times(found.mercurius),
      times(found.ceiling),
      `**${times(found.ours)}**`,
      times(found.fallback),
      times(found.repeated),
      times(found.known),
    ]);
    const withDatabase = ({ perSecondOfBoth }: Measured): string =>
      (perSecondOfBoth / peerOf.perSecondOfBoth).toFixed(1);
    both.push([
      question.name,
      Math.round(peerOf.perSecondOfBoth).toString(),
      withDatabase(found.mercurius),
      withDatabase(found.ceiling),
      `**${withDatabase(found.ours)}**`,
      withDatabase(found.fallback),
    ]);
    process.stdout.write(`${rows.at(-1)!.join('  ')}   | ${both.at(-1)!.join('  ')}\n`);
  }
  const head = ['list', 'PostGraphile, requests/s', 'Mercurius + jit', 'no GraphQL', 'Tacit'];
  const body = `Requests answered for each second of the server’s processor time, as multiples of PostGraphile’s (${peers}; all warmed, PostGraphile for ${warming} s of processor time, the others for half of that; --max-semi-space-size=64 for all), from a simulated ledger of ${earnings.toLocaleString('en-GB')} earnings, sixteen requests at a time, each from another place of its list so that nothing is answered from memory; then Tacit without its read path, the same request repeated, and one whose asker has the answer already (304). The aims: at least 2, nested 4, by Apollo alone 1.2, repeated 40.

${table([[...head, 'Apollo alone', 'repeated', '304'], ...rows])}

The same with the database’s processor time added to the server’s:

${table([[...head, 'Apollo alone'], ...both])}

${await measuredOn(measured)}`;
  await writeResults('Lists', body);
  process.stdout.write(`${body}\n`);
}

/** A request by GET of one who has the answer. */
async function knownAsk(server: Server, question: Question, ledger: Ledger): Promise<() => Asked> {
  const { body = '{}' } = askTacit(question, ledger)();
  const { query, variables } = JSON.parse(body) as { query: string; variables: unknown };
  const path = `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`;
  const response = await fetch(new URL(path, server.url), { headers: { 'apollo-require-preflight': '1' } });
  const headers = { 'apollo-require-preflight': '1', 'if-none-match': response.headers.get('etag') ?? '' };
  return () => ({ method: 'GET', path, headers });
}
