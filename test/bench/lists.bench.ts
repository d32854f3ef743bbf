import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';
import { migrate } from '../../server/database/migrate.ts';
import { loadSeeds } from '../../server/imports/seeds.ts';
import { projectPath } from '../../server/project-root.ts';
import { simulate } from '../../server/simulation/simulate.ts';
import { compareLists, type Servers } from './lists/compare.ts';
import { questions, type Ledger } from './lists/questions.ts';
import { findingsOf, reportOf } from './lists/report.ts';
import { installPeers, startPeer, startTacit, type Server } from './lists/server.ts';
import { measuredOn, serverProcessor, writeResults } from './results.ts';

// Lists, beside PostGraphile, Mercurius with jit, no GraphQL at all, and nothing but Node's HTTP:
// npm run bench:lists [-- --rows N --data FOLDER --profile FOLDER]
// A data folder that is given is kept, with its ledger, for the next time; profiles of Tacit's two servers are written
// into the other one. BENCH_SECONDS of processor time for each figure, BENCH_WARMING for warming up.

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    data: { type: 'string' },
    profile: { type: 'string' },
  },
});
const earnings = Number(values.rows);
const kept = values.data;
const seconds = Number(process.env['BENCH_SECONDS'] ?? '1.5');
const warming = Number(process.env['BENCH_WARMING'] ?? '10');

const peers = await installPeers();
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'tacit-lists-bench-')));
const postgres = await startEmbeddedPostgres({ dataDir: folder, report: () => undefined });
const database = await connectDatabase(postgres.connection, { poolSize: 3 });
const running: Server[] = [];
try {
  const ledger = await prepare(database);
  const servers = await startAll();
  const processor = (): Promise<number> => serverProcessor(database);
  const found = await compareLists(servers, ledger, { seconds, warming, processor });
  const body = `${reportOf(found, { peers, earnings, warming })}\n\n${await measuredOn(database)}`;
  await writeResults('Lists', body, findingsOf(found));
  process.stdout.write(`${body}\n`);
} finally {
  for (const server of running) await server.stop();
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

async function startAll(): Promise<Servers> {
  const { host, port, user, database: name } = postgres.connection;
  const url = `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
  const open = async (starting: Promise<Server>): Promise<Server> => {
    const server = await starting;
    running.push(server);
    return server;
  };
  const statements = JSON.stringify(Object.fromEntries(questions.map((list) => [list.name, list.sql])));
  return {
    served: await open(startTacit([url, '4191'], values.profile)),
    apollo: await open(startTacit([url, '4192', 'apollo'], values.profile)),
    mercurius: await open(startPeer('mercurius', [url, '4193'])),
    ceiling: await open(startPeer('ceiling', [url, '4194'], { STATEMENTS: statements })),
    postgraphile: await open(startPeer('postgraphile', [url, '4195'])),
    nothing: await open(startPeer('nothing', ['4196'])),
  };
}
