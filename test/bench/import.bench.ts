import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { connectDatabase, type Database } from '../../server/database/connect.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';
import { migrate } from '../../server/database/migrate.ts';
import { importFile } from '../../server/imports/import-file.ts';

// How long an import takes beside a bare COPY of the same rows, and how much memory: npm run bench -- [rows].
// Two bare COPYs, since "the same rows" can be read in two ways: the file's, into a table without an index, which is
// the least that any database can do; and the facts', into a table like the fact table, partitions and indexes too.

const [rowsAsked = '1000000', child, databaseUrl] = process.argv.slice(2);
const rows = Number(rowsAsked);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (child === undefined) await main();
else await importHere(child, databaseUrl!);

/** In a process of its own: the memory of an import is the memory of this process. */
async function importHere(path: string, url: string): Promise<void> {
  const database = await connectDatabase({ url });
  const began = performance.now();
  const report = await importFile(database, {
    input: path,
    name: path,
    mapping: {
      ...{
        expert: 'worker_id',
        project: 'project',
        sector: 'sector',
        date: 'date',
        units: 'units',
        hours: 'hours',
      },
      ...{ amount: 'amount', currency: 'currency' },
    },
    dataset: { slug: 'bench' },
    pseudonymKey: Buffer.alloc(32, 1),
    report: ({ phase, rowsRead }) => {
      if (phase !== 'READING')
        say(`    ${phase.toLowerCase()} after ${seconds(performance.now() - began)}, ${rowsRead} rows`);
    },
  });
  if (report.rowsKept !== rows) throw new Error(`kept ${report.rowsKept}`);
  const { maxRSS } = process.resourceUsage();
  process.send!({ milliseconds: performance.now() - began, mebibytes: maxRSS / 1024 });
  await database.close();
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tacit-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, report: () => undefined });
  const { host, port, user, password = '', database: name } = postgres.connection;
  const url = `postgresql://${user}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
  const database = await connectDatabase(postgres.connection);
  try {
    await migrate(database);
    const path = join(folder, 'ledger.csv');
    await pipeline(Readable.from(lines(rows)), createWriteStream(path));
    const { size } = await stat(path);
    say(`${rows.toLocaleString('en')} rows, ${(size / 1024 ** 2).toFixed(0)} MiB of CSV`);

    await database.pool.query(
      `create table bare (worker_id text, project text, sector text, date date, units numeric, hours numeric, amount numeric, currency text)`,
    );
    const file = await timed(() => copyIn(database, path, 'copy bare from stdin with (format csv, header)'));
    await database.pool.query('drop table bare; checkpoint');
    say(`  COPY of the file into a table without an index   ${seconds(file)}`);

    const { milliseconds, mebibytes } = await importInChild(path, url);
    say(
      `  import: pseudonyms, facts, rollups, release      ${seconds(milliseconds)}, ${mebibytes.toFixed(0)} MiB resident at most`,
    );

    const facts = join(folder, 'facts.copy');
    await copyOut(database, facts);
    await emptyFactTable(database);
    await database.pool.query('checkpoint');
    const fact = await timed(() => copyIn(database, facts, 'copy bare_fact from stdin'));
    say(`  COPY of the facts into a table like the fact table ${seconds(fact)}`);
    say(
      `  import ÷ COPY of the file ${(milliseconds / file).toFixed(2)}; import ÷ COPY of the facts ${(milliseconds / fact).toFixed(2)}`,
    );
  } finally {
    await database.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A payout file: about 70 earnings an expert over three years, on a handful of projects, in two kinds of work. */
function* lines(count: number): Generator<string> {
  yield 'worker_id,project,sector,date,units,hours,amount,currency\n';
  const experts = Math.ceil(count / 70);
  let text = '';
  let state = 1;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let index = 0; index < count; index += 1) {
    const day = new Date(Date.UTC(2023, 0, 1 + draw(1096))).toISOString().slice(0, 10);
    const hours = (1 + draw(800)) / 100;
    const expert = draw(experts);
    text += `worker-${expert},project-${(expert + draw(6) * 37) % 400},sector ${(expert + draw(2)) % 12},${day},${1 + draw(9)},${hours},${(hours * (20 + draw(180))).toFixed(2)},USD\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield text;
}

function importInChild(path: string, url: string): Promise<{ milliseconds: number; mebibytes: number }> {
  const process_ = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), String(rows), path, url],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  return new Promise((resolve, fail) => {
    process_.once('message', (message) => resolve(message as { milliseconds: number; mebibytes: number }));
    process_.once('close', (code) => fail(new Error(`the import ended with ${code}`)));
  });
}

async function copyIn(database: Database, path: string, statement: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), client.query(copyFrom(statement)));
  } finally {
    client.release();
  }
}

async function copyOut(database: Database, path: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    await pipeline(client.query(copyTo('copy (select * from earning) to stdout')), createWriteStream(path));
  } finally {
    client.release();
  }
}

async function emptyFactTable(database: Database): Promise<void> {
  await database.pool.query(
    'create table bare_fact (like earning including all) partition by range (period)',
  );
  const { rows: quarters } = await database.pool.query<{ name: string; bound: string }>(
    `select relname as name, pg_get_expr(relpartbound, oid) as bound from pg_class where relname ~ '^earning_.*' and relispartition and relkind = 'r'`,
  );
  for (const { name, bound } of quarters) {
    await database.pool.query(`create table bare_${name} partition of bare_fact ${bound}`);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
