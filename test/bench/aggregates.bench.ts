import { asked } from './asked.ts';
import { ledgerAtHand, type LedgerAtHand } from './ledger-at-hand.ts';
import { freeFilters, pageQuestions, type PageQuestion } from './page-questions.ts';
import type { Taken } from './bare-copy.ts';
import { timeRaw, type RawTimes } from './raw-questions.ts';
import { measuredOn, serverProcessor, table, writeResults } from './results.ts';
import { atOnce, percentile, serveOver, type Served } from './served.ts';

// How fast the dashboard's aggregates are answered, through HTTP, four at a time, and how that grows with the ledger:
// tsx test/bench/aggregates.bench.ts [--rows 2000000] [--data FOLDER]. With a data folder that has a simulated ledger
// "big", that one is measured, alone.

const concurrency = 4;
const repeats = 40;
const { rows, data } = asked(2_000_000);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Page {
  question: PageQuestion;
  /** Milliseconds of the very first, and of many at a time. */
  first: number;
  p50: number;
  p95: number;
  /** Milliseconds of processors, the server's and the database's, of one answer. */
  processor: number;
  raw: Taken | null;
}

interface Answers {
  rows: number;
  pages: Page[];
  free: { first: number[]; again: number[]; processor: number };
  memory: number;
  machine: string;
}

const sizes = data === undefined ? [Math.ceil(rows / 10), rows] : [rows];
const measured: Answers[] = [];
for (const size of sizes) {
  say(`${size.toLocaleString('en')} earnings`);
  measured.push(await measure(size));
}
await report(measured);

async function measure(size: number): Promise<Answers> {
  const ledger = await ledgerAtHand(size, data);
  try {
    const raw = await timeRaw(ledger.database, ledger.datasetId);
    const { rows: counted } = await ledger.database.pool.query<{ rows: number }>(
      'select sum(rows_added)::int as rows from release where dataset_id = $1',
      [ledger.datasetId],
    );
    const server = await serveOver(ledger.url, ledger.folder);
    try {
      const pages = await timePages(server, ledger, raw);
      const free = await timeFree(server, ledger);
      const memory = await server.mostMemory();
      const machine = await measuredOn(ledger.database);
      return { rows: counted[0]!.rows, pages, free, memory, machine };
    } finally {
      await server.close();
    }
  } finally {
    await ledger.close();
  }
}

async function timePages(
  server: Served,
  { database, datasetId, slug }: LedgerAtHand,
  raw: RawTimes,
): Promise<Answers['pages']> {
  const { rows: projects } = await database.pool.query<{ id: number }>(
    'select min(id) as id from project where dataset_id = $1',
    [datasetId],
  );
  const project = Buffer.from(`Project:${projects[0]!.id}`).toString('base64url');
  const pages: Answers['pages'] = [];
  for (const question of await pageQuestions(slug, project)) {
    const ask = (): Promise<number> => server.ask(question.query, question.variables);
    const first = await ask();
    const began = await processors(server, database);
    const times = await atOnce(
      concurrency,
      Array.from({ length: repeats }, () => ask),
    );
    const processor = (((await processors(server, database)) - began) * 1000) / repeats;
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    pages.push({ question, first, p50, p95, processor, raw: question.raw ? raw[question.raw] : null });
    say(
      `  ${question.name}: first ${first.toFixed(0)} ms, p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, processor ${processor.toFixed(1)}`,
    );
  }
  return pages;
}

/** Seconds of processors that the server and the database have used until now. */
async function processors(server: Served, database: LedgerAtHand['database']): Promise<number> {
  return (await server.processor()) + (await serverProcessor(database));
}

async function timeFree(
  server: Served,
  { database, datasetId, slug }: LedgerAtHand,
): Promise<Answers['free']> {
  const named = async (table: string, name: string, column: string): Promise<string[]> => {
    const { rows: found } = await database.pool.query<{ name: string }>(
      `select ${name} as name from ${table} where id in
         (select distinct group_key from cell where dataset_id = $1 and dimension = $2) order by 1`,
      [datasetId, column],
    );
    return found.map((row) => row.name);
  };
  const filters = freeFilters(
    await named('sector', 'slug', 'SECTOR'),
    await named('profession', 'soc_code', 'PROFESSION'),
    42,
  );
  const query = `query ($filter: EarningFilter) { dataset(slug: "${slug}") { concentration(measure: AMOUNT, filter: $filter) {
    contributors total gini { value } top: topShare(fraction: 0.2) { value } lorenz(points: 101) { measureShare } } } }`;
  const ask = (filter: object) => (): Promise<number> => server.ask(query, { filter });
  const began = await processors(server, database);
  const first = await atOnce(concurrency, filters.map(ask));
  const processor = (((await processors(server, database)) - began) * 1000) / filters.length;
  const again = await atOnce(concurrency, filters.map(ask));
  say(
    `  free filters: p50 ${percentile(first, 0.5).toFixed(0)} ms, p95 ${percentile(first, 0.95).toFixed(0)} ms`,
  );
  return { first, again, processor };
}

async function report(all: readonly Answers[]): Promise<void> {
  const last = all.at(-1)!;
  const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  const head = ['page query', 'first', 'p50', 'p95', 'raw rows', 'raw ÷ p50', 'processor', 'raw', 'raw ÷ it'];
  const lines = last.pages.map(({ question, first, p50, p95, processor, raw }) => [
    ...[question.name, ms(first), ms(p50), ms(p95)],
    ...(raw === null ? ['', ''] : [ms(raw.clock * 1000), ms((raw.clock * 1000) / p50)]),
    ms(processor),
    ...(raw === null ? ['', ''] : [ms(raw.processor * 1000), ms((raw.processor * 1000) / processor)]),
  ]);
  const size = (answers: Answers): string => answers.rows.toLocaleString('en');
  const growth = [
    ['p95 by size', ...all.map(size)],
    ...last.pages.map(({ question }, i) => [question.name, ...all.map(({ pages }) => ms(pages[i]!.p95))]),
    ['free filter, first asked', ...all.map(({ free }) => ms(percentile(free.first, 0.95)))],
    ['free filter, asked again', ...all.map(({ free }) => ms(percentile(free.again, 0.95)))],
  ];
  const { free } = last;
  const text = [
    `Milliseconds of whole answers through HTTP, ${concurrency} at a time, ${repeats} of each, from a ledger of ${size(last)} SIMULATED earnings; "first" is the very first, alone, after the server started. The same question from raw rows is asked of the facts once, alone. What passes on the clock depends on who else is busy; processor time, the server's and the database's of one answer, does not. Aims: p95 under 50 ms, raw ÷ p50 at least 50. ${last.machine}`,
    table([head, ...lines]),
    `Filters that no page offers (several sectors, countries, professions, periods), ${free.first.length} different ones: p50 ${ms(percentile(free.first, 0.5))} ms, p95 ${ms(percentile(free.first, 0.95))} ms when first asked (aim: under 300), ${ms(free.processor)} ms of processors each; p95 ${ms(percentile(free.again, 0.95))} ms again. Memory of the server at most, after all of it: ${last.memory.toFixed(0)} MiB (aim: under 600).`,
    table(growth),
  ].join('\n\n');
  const title =
    data === undefined ? 'Dashboard aggregates' : `Dashboard aggregates at ${size(last)} earnings`;
  await writeResults(title, text);
  say(text);
}
