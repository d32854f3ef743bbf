import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findCells } from '../../server/cells/index.ts';
import type { Database } from '../../server/database/connect.ts';
import type { ImportReport } from '../../server/imports/import-report.ts';
import { importPhases } from '../../server/imports/ledger/phases.ts';
import { projectPath } from '../../server/project-root.ts';
import { asked } from './asked.ts';
import { ledgerAtHand } from './ledger-at-hand.ts';
import { writePayouts } from './payout-file.ts';
import { measuredOn, table, writeResults } from './results.ts';
import { atOnce, percentile, serveOver } from './served.ts';

// How long a release takes that adds a twentieth to a ledger, what readers feel of it, and whether any of them sees half of it:
// tsx test/bench/publish.bench.ts [--rows 2000000] [--data FOLDER]. A data folder is left with one release more.

const { rows, data } = asked(2_000_000);
const added = Math.ceil(rows / 20);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** How long readers are timed before, in ms. */
const calm = 8000;

const ledger = await ledgerAtHand(rows, data);
const server = await serveOver(ledger.url, ledger.folder);
try {
  const file = join(ledger.folder, 'added.csv');
  await writePayouts(file, added);
  const query = `{ dataset(slug: "${ledger.slug}") { version concentration(measure: UNITS) { contributors gini { value }
    lorenz(points: 101) { measureShare } } } projects(first: 10) { nodes { name } } }`;
  const read = (): Promise<number> => server.ask(query);
  await read();
  const before = await readUntil(read, wait(calm));
  const publishing = publish(file);
  const [during, checked, report] = await Promise.all([
    readUntil(read, publishing),
    checkUntil(ledger.database, ledger.datasetId, publishing),
    publishing,
  ]);
  const { seconds, phases, mebibytes } = report;
  const rowsIn = (value: number): string => value.toLocaleString('en');
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const reading = phases.READING ?? 0;
  const text = [
    `${rowsIn(added)} rows from a CSV file appended to a ledger of ${rowsIn(rows)} SIMULATED earnings as its next release, while two readers ask for pages' numbers through HTTP without pause and two others read the cells and check them. ${await measuredOn(ledger.database)}`,
    table([
      ['', ''],
      ['In all (aim at 20 million: under 60 s)', `${seconds.toFixed(1)} s`],
      ['of which reading and checking the file', `${reading.toFixed(1)} s`],
      ['Resident memory of the importing process, at most', `${mebibytes.toFixed(0)} MiB`],
      ['Readers’ p95 before', ms(percentile(before, 0.95))],
      ['Readers’ p95 meanwhile (aim: at most twice)', ms(percentile(during, 0.95))],
      ['Reads of cells meanwhile, two statements each', rowsIn(checked.reads)],
      ['of which torn: parts that do not add up to the whole of their version', rowsIn(checked.torn)],
      ['Versions that they saw', [...checked.versions].join(', ')],
    ]),
    table([
      ['phase', 'time'],
      ...importPhases.map((phase) => [phase.toLowerCase(), `${(phases[phase] ?? 0).toFixed(1)} s`]),
    ]),
  ].join('\n\n');
  await writeResults(data === undefined ? 'Publishing' : `Publishing into ${rowsIn(rows)} earnings`, text);
  say(text);
} finally {
  await server.close();
  await ledger.close();
}

type Published = Pick<ImportReport, 'seconds' | 'phases'> & { mebibytes: number };

/** The import of a file as the command line does it, in a process of its own. */
async function publish(file: string): Promise<Published> {
  const columns = ['project', 'sector', 'date', 'units', 'hours', 'amount', 'currency'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--import',
      `data:text/javascript,process.on('exit',()=>process.stderr.write('MiB '+process.resourceUsage().maxRSS/1024))`,
      projectPath('.build', 'server', 'cli', 'main.js'),
      ...['import', file, '--dataset', ledger.slug, '--append', '--json', '--expert', 'worker_id'],
      ...columns.flatMap((column) => [`--${column}`, column]),
    ],
    { env: { ...process.env, DATABASE_URL: ledger.url, DATA_DIR: ledger.folder }, maxBuffer: 2 ** 26 },
  ).then(({ stdout: out, stderr }) => ({ stdout: { out, stderr } }));
  const report = JSON.parse(stdout.out) as ImportReport;
  if (report.outcome !== 'LOADED') throw new Error(`the import ended ${report.outcome}`);
  return { ...report, mebibytes: Number(/MiB ([\d.]+)/.exec(stdout.stderr)?.[1] ?? NaN) };
}

/** The times of reads, two at a time, until something is over. */
async function readUntil(read: () => Promise<number>, over: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const end = over.finally(() => (isOver = true));
  const times: number[] = [];
  const reader = async (): Promise<number> => {
    while (!isOver) times.push(await read());
    return 0;
  };
  await atOnce(2, [reader, reader]);
  await end;
  return times;
}

interface Checked {
  reads: number;
  torn: number;
  versions: Set<number>;
}

/** Reads as a page does, the version first and then the cells at it, and adds the sectors up, until something is over. */
async function checkUntil(database: Database, datasetId: number, over: Promise<unknown>): Promise<Checked> {
  const checked: Checked = { reads: 0, torn: 0, versions: new Set() };
  const wholes = new Map<number, number>();
  let isOver = false;
  const end = over.finally(() => (isOver = true));
  const reader = async (): Promise<number> => {
    while (!isOver) {
      const { rows: found } = await database.pool.query<{ version: number; alterations: number }>(
        'select version, alterations from dataset where id = $1',
        [datasetId],
      );
      const at = { datasetId, ...found[0]! };
      const cells = (dimension: 'ALL' | 'SECTOR') =>
        findCells(database.kysely, [at], 'UNITS', { dimension, one: null });
      const whole = (await cells('ALL')).get(datasetId)?.[0]?.total ?? NaN;
      const sum = (await cells('SECTOR')).get(datasetId)?.reduce((all, { total }) => all + total, 0) ?? NaN;
      checked.reads += 1;
      checked.versions.add(at.version);
      const same = wholes.get(at.version) ?? whole;
      wholes.set(at.version, same);
      if (!(same === whole && Math.abs(sum - whole) <= whole * 1e-9)) checked.torn += 1;
    }
    return 0;
  };
  await atOnce(2, [reader, reader]);
  await end;
  return checked;
}

function wait(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
