import { fork } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectDatabase } from '../../server/database/connect.ts';
import { startEmbeddedPostgres } from '../../server/database/embedded/start.ts';
import { migrate } from '../../server/database/migrate.ts';
import { importFile } from '../../server/imports/import-file.ts';
import type { ImportReport } from '../../server/imports/import-report.ts';
import { importPhases } from '../../server/imports/ledger/phases.ts';
import { loadSeeds } from '../../server/imports/seeds.ts';
import { projectPath } from '../../server/project-root.ts';
import { asked } from './asked.ts';
import { copyFacts, copyFile, writeFacts, type Taken } from './bare-copy.ts';
import { payoutMapping, writePayouts } from './payout-file.ts';
import { measuredOn, serverProcessor, table, writeResults } from './results.ts';

// How long an import takes beside a bare COPY of the same rows, and how much memory: npm run bench:import -- [--rows N].
// "Bare COPY" is that of the facts that the import made: the same columns and types, into a logged table with the fact
// table's primary key, in no order, as rows of a file come. Two others stand beside it: the same in the order of that key,
// and the file's own text into a table without an index.

// The process that imports is told what and where by its parent.
const [, child, databaseUrl] = process.argv[2] === '--rows' ? [] : process.argv.slice(2);
const { rows } = child === undefined ? asked(2_000_000) : { rows: Number(process.argv[2]) };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Measured = Pick<ImportReport, 'outcome' | 'seconds' | 'phases'> & {
  mebibytes: number;
  /** Seconds of this process's processor time, its start included. */
  processor: number;
};

if (child === undefined) await main();
else await importHere(child, databaseUrl!);

/** In a process of its own: the memory of an import is the memory of this process. */
async function importHere(path: string, url: string): Promise<void> {
  const database = await connectDatabase({ url });
  const { outcome, seconds, phases } = await importFile(database, {
    input: path,
    name: path,
    mapping: payoutMapping,
    dataset: { slug: 'bench' },
    pseudonymKey: Buffer.alloc(32, 1),
  });
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const processor = (userCPUTime + systemCPUTime) / 1e6;
  const measured: Measured = { outcome, seconds, phases, processor, mebibytes: maxRSS / 1024 };
  process.send!(measured);
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
    await loadSeeds(database, { directory: projectPath('seeds') });
    const path = join(folder, 'ledger.csv');
    await writePayouts(path, rows);
    const { size } = await stat(path);
    const file = await copyFile(database, path);
    say(`COPY of the file, no index: ${file.clock.toFixed(1)} s`);
    const server = await serverProcessor(database);
    const first = await importInChild(path, url);
    const own: Taken = {
      clock: first.seconds,
      processor: first.processor + (await serverProcessor(database)) - server,
    };
    if (first.outcome !== 'LOADED') throw new Error(`the import ended ${first.outcome}`);
    say(`import: ${first.seconds.toFixed(1)} s, ${first.mebibytes.toFixed(0)} MiB`);
    const again = await importInChild(path, url);
    if (again.outcome !== 'UNCHANGED') throw new Error(`the same file again ended ${again.outcome}`);
    const facts = join(folder, 'facts.copy');
    await writeFacts(database, facts, 'row_key');
    const bare = await copyFacts(database, facts);
    await writeFacts(database, facts, 'expert_id, period, earning.id');
    const ordered = await copyFacts(database, facts);
    const row = (what: string, taken: Taken): string[] => [
      what,
      seconds(taken.clock),
      (own.clock / taken.clock).toFixed(2),
      seconds(taken.processor),
      (own.processor / taken.processor).toFixed(2),
    ];
    const seconds = (value: number): string => `${value.toFixed(1)} s`;
    const text = [
      `${rows.toLocaleString('en')} rows (${(size / 1024 ** 2).toFixed(0)} MiB of CSV, no quotes) into a new dataset beside the shipped ledgers: pseudonyms, facts, four indexes, both rollups, release, statistics. ${await measuredOn(database)}`,
      table([
        ['', 'on the clock', 'import ÷ it', 'of processors', 'import ÷ it'],
        row('Import', own),
        row('**Bare COPY**: the facts, logged, with the primary key, in no order', bare),
        row('The facts in the order of that key', ordered),
        row('The file’s text, no index at all', file),
      ]),
      `Resident memory of the importing process: ${first.mebibytes.toFixed(0)} MiB at most. The same file again, known by its bytes: ${seconds(again.seconds)}. The aims: at most 2.5 times a bare COPY, at most 600 MiB. What counts as bare decides: rows sorted beforehand fill the key two to four times as fast as rows in the order of a file, and a table without a key faster still; an import sorts them itself, and has three more indexes and two rollups to make.`,
      table([
        ['phase', 'time'],
        ...importPhases.map((phase) => [phase.toLowerCase(), seconds(first.phases[phase] ?? 0)]),
      ]),
    ].join('\n\n');
    await writeResults('Import', text);
    say(text);
  } finally {
    await database.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function importInChild(path: string, url: string): Promise<Measured> {
  const process_ = fork(fileURLToPath(import.meta.url), [String(rows), path, url], {
    execArgv: ['--import', 'tsx'],
  });
  return new Promise((resolve, fail) => {
    let measured: Measured | undefined;
    process_.once('message', (message) => (measured = message as Measured));
    process_.once('close', (code) =>
      measured === undefined ? fail(new Error(`the import ended with ${code}`)) : resolve(measured),
    );
  });
}
