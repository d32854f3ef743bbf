import { asked } from './asked.ts';
import { filledAfter } from './filled.ts';
import { freeFilters } from './free-filters.ts';
import { ledgerAtHand, type LedgerAtHand } from './ledger-at-hand.ts';
import { ledgerNames, type LedgerNames } from './ledger-names.ts';
import { pageQuestions } from './page-questions.ts';
import { timeRaw, type RawTimes } from './raw-questions.ts';
import { aggregatesReport, type Answers, type FreeAnswers, type PageAnswers } from './aggregates-report.ts';
import { measuredOn, serverProcessor, writeResults } from './results.ts';
import { atOnce, percentile, serveOver, type Served } from './served.ts';

// How fast the dashboard's aggregates are answered, through HTTP, four at a time, and how that grows with the ledger:
// tsx test/bench/aggregates.bench.ts [--rows 2000000] [--data FOLDER]… simulates ledgers of a hundredth, a tenth and all of the
// rows, none below 200 000; or measures the simulated ledger "big" of each data folder, the smallest named first.

const concurrency = 4;
const repeats = 40;
const { rows, folders } = asked(2_000_000);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Size {
  rows: number;
  data?: string;
}
const sizes: Size[] =
  folders.length > 0
    ? folders.map((data) => ({ rows, data }))
    : [...new Set([100, 10, 1].map((part) => Math.ceil(rows / part)))]
        .filter((size) => size >= Math.min(rows, 200_000))
        .map((size) => ({ rows: size }));
const measured: Answers[] = [];
for (const size of sizes) {
  measured.push(await measure(size));
  // Each size is a result, should the next take longer than whoever measures has.
  const { title, text, findings } = aggregatesReport(measured, { concurrency, repeats });
  await writeResults(title, text, findings);
  if (size === sizes.at(-1)) say(text);
}

async function measure({ rows: asMany, data }: Size): Promise<Answers> {
  const began = performance.now();
  const step = (what: string): void => say(`${((performance.now() - began) / 1000).toFixed(0)} s: ${what}`);
  const ledger = await ledgerAtHand(asMany, data);
  const { database, datasetId } = ledger;
  try {
    const { rows: counted } = await database.pool.query<{ rows: number; experts: number }>(
      `select sum(rows_added)::int as rows, max(contributors) as experts from release where dataset_id = $1`,
      [datasetId],
    );
    const size = counted[0]!;
    step(`a ledger of ${size.rows.toLocaleString('en')} earnings is there`);
    const raw = await timeRaw(database, datasetId);
    step('raw rows were asked');
    const server = await serveOver(ledger.url, ledger.folder);
    try {
      const filled = await filledAfter(database, datasetId);
      step(`${filled.cells} intervals were filled in`);
      const names = await ledgerNames(database, ledger);
      const pages = await timePages(server, ledger, names, raw);
      step('pages were asked');
      const free = await timeFree(server, ledger, names);
      step('free filters were asked');
      const memory = await server.mostMemory();
      return { ...size, filled, pages, free, memory, machine: await measuredOn(database) };
    } finally {
      await server.close();
    }
  } finally {
    await ledger.close();
  }
}

async function timePages(
  server: Served,
  { database }: LedgerAtHand,
  names: LedgerNames,
  raw: RawTimes,
): Promise<PageAnswers[]> {
  const pages: PageAnswers[] = [];
  for (const question of await pageQuestions(names)) {
    const { query, variables, name } = question;
    const asking = asker(server);
    const first = await asking.ask(query, variables);
    const before = await processors(server, database);
    const times = await atOnce(
      concurrency,
      // One that fails at once is not asked forty times.
      Array.from(
        { length: asking.failures.length > 0 ? 0 : repeats },
        () => () => asking.ask(query, variables),
      ),
    );
    const processor = (((await processors(server, database)) - before) * 1000) / repeats;
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    const { failures } = asking;
    pages.push({ name, first, p50, p95, processor, failures, raw: question.raw ? raw[question.raw] : null });
    say(
      failures.length > 0
        ? `  ${name}: ${failures.length} FAILED: ${failures[0]!}`
        : `  ${name}: first ${first.toFixed(0)} ms, p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, processor ${processor.toFixed(1)}`,
    );
  }
  return pages;
}

async function timeFree(
  server: Served,
  { database, slug }: LedgerAtHand,
  names: LedgerNames,
): Promise<FreeAnswers[]> {
  const query = `query ($filter: EarningFilter) { dataset(slug: "${slug}") { concentration(measure: AMOUNT, filter: $filter) {
    contributors total gini { value } top: topShare(fraction: 0.2) { value } lorenz(points: 101) { measureShare } } } }`;
  const answers: FreeAnswers[] = [];
  for (const { kind, filters } of freeFilters(names, 12)) {
    const { ask, failures } = asker(server);
    const tasks = filters.map((filter) => () => ask(query, { filter }));
    const before = await processors(server, database);
    const times = await atOnce(concurrency, tasks);
    const processor = (((await processors(server, database)) - before) * 1000) / filters.length;
    const again = await atOnce(concurrency, tasks);
    answers.push({ kind, times, again, processor, failures });
    say(
      `  ${kind}: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, processor ${processor.toFixed(0)}${failures.length > 0 ? `, ${failures.length} FAILED: ${failures[0]!}` : ''}`,
    );
  }
  return answers;
}

/** Asks, and keeps what goes wrong instead of ending: the time until it did counts like any other. */
function asker(server: Served): {
  ask: (query: string, variables: object) => Promise<number>;
  failures: string[];
} {
  const failures: string[] = [];
  return {
    failures,
    ask: async (query, variables) => {
      const began = performance.now();
      try {
        return await server.ask(query, variables);
      } catch (error) {
        failures.push((error as Error).message);
        return performance.now() - began;
      }
    },
  };
}

/** Seconds of processors that the server and the database have used until now. */
async function processors(server: Served, database: LedgerAtHand['database']): Promise<number> {
  return (await server.processor()) + (await serverProcessor(database));
}
