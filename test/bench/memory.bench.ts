import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { leadOf, pagesWithFigures } from '../figures/pages.ts';
import { importOne } from '../load/import-one.ts';
import { requestAt } from '../load/mix.ts';
import { openLoop, quantileOf, type Sent } from '../load/traffic.ts';
import { watch, type Stretch } from '../load/watch.ts';
import { cacheTable, readCaches } from './cache-report.ts';
import { copied } from './copied.ts';
import { freeFilters } from './free-filters.ts';
import { ledgerAtHand, type LedgerAtHand } from './ledger-at-hand.ts';
import { ledgerNames } from './ledger-names.ts';
import { measuredOn, table, writeResults } from './results.ts';
import { adminKey, serveOver, type Served } from './served.ts';

/*
 * What memory the server takes while visitors ask for everything at once, over a large ledger: npm run bench:memory
 * [-- --rows 20000000 --data FOLDER --minutes 60 --rate 10]. Every tenth of the time a ledger of 100,000 rows is imported by HTTP.
 * A data folder is copied first, and stays as it is.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    data: { type: 'string' },
    minutes: { type: 'string', default: '2' },
    rate: { type: 'string', default: '10' },
  },
});
const [rows, minutes, rate] = [values.rows, values.minutes, values.rate].map(Number) as [
  number,
  number,
  number,
];
const stretches = 10;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const copy = values.data && (await copied(values.data));
const ledger = await ledgerAtHand(rows, copy);
try {
  const server = await serveOver(ledger.url, ledger.folder);
  try {
    await measure(ledger, server);
  } finally {
    await server.close();
  }
} finally {
  await ledger.close();
  if (copy) await rm(copy, { recursive: true, force: true });
}

async function measure(of: LedgerAtHand, { url, mostMemory }: Served): Promise<void> {
  const pathAt = await mixOver(of, url);
  const before = await readCaches(url);
  const watching = watch(url);
  await wait(3000);
  const start = watching.until();
  const seen: { stretch: Stretch; sent: Sent[] }[] = [];
  for (let turn = 0; turn < stretches; turn += 1) {
    const [sent] = await Promise.all([
      openLoop(url, rate, (minutes * 60) / stretches, pathAt),
      importOne(url, adminKey, `load-${turn}`),
    ]);
    seen.push({ stretch: watching.until(), sent: sent.rows() });
    say(seen.map(lineOf).at(-1)!.join('  '));
  }
  await wait(3000);
  const end = await watching.end();
  const most = await mostMemory();
  const all = seen.flatMap(({ sent }) => sent);
  const counts = Object.entries(Object.groupBy(all, ({ status }) => status));
  const body = [
    `Resident memory of the server while ${rate} requests a second come in an open loop for ${minutes} minutes: pages, lists, aggregates and share images as in the load test, one in four a question to a ledger of ${rows.toLocaleString('en')} SIMULATED earnings (its pages, and filters that no page offers) or a figure's file of any format; ten imports of 100,000 rows by HTTP, one in each tenth of the time. "Heap" is what JavaScript uses of it.`,
    table([
      ['minutes', 'memory, median', 'at most', 'heap, median', 'p50', 'p95', 'not 200'],
      ...seen.map(lineOf),
    ]),
    `At most, from the start on: **${most.toFixed(0)} MiB** (aim: under 600); ${highest(start.memory)} MiB at first, ${highest(end.memory)} MiB at the end. Answers by status: ${counts.map(([status, sent]) => `${status}: ${sent!.length}`).join(', ')}.`,
    `Caches meanwhile:\n\n${cacheTable(before, await readCaches(url))}`,
    await measuredOn(of.database),
  ].join('\n\n');
  await writeResults(`Memory at ${rows.toLocaleString('en')} earnings`, body, [
    { aim: 'memory', value: most, rows, why: `${minutes} minutes` },
  ]);
  say(body);
}

function lineOf({ stretch, sent }: { stretch: Stretch; sent: Sent[] }, turn: number): string[] {
  const minute = (number: number): string => ((number * minutes) / stretches).toFixed(1);
  return [
    `${minute(turn)} – ${minute(turn + 1)}`,
    `${middle(stretch.memory)} MiB`,
    `${highest(stretch.memory)} MiB`,
    `${middle(stretch.heap)} MiB`,
    `${quantileOf(sent, 0.5).toFixed(0)} ms`,
    `${quantileOf(sent, 0.95).toFixed(0)} ms`,
    String(sent.filter(({ status }) => status !== 200).length),
  ];
}

function highest(of: readonly number[]): string {
  return Math.max(0, ...of).toFixed(0);
}

function middle(of: readonly number[]): string {
  return (of.toSorted((a, b) => a - b)[of.length >> 1] ?? NaN).toFixed(0);
}

/** The load test's mix, of which one in four is a question to the large ledger, or a figure's file. */
async function mixOver({ slug, database, datasetId }: LedgerAtHand, url: string): Promise<typeof requestAt> {
  const names = await ledgerNames(database, { slug, datasetId });
  const { sectors } = names;
  const kinds = freeFilters(names, 30);
  const filters = kinds.flatMap((one) => one.filters);
  const query = `query ($filter: EarningFilter) { dataset(slug: "${slug}") { concentration(measure: AMOUNT, filter: $filter) {
    gini { value } topShare(fraction: 0.2) { value } lorenz(points: 101) { measureShare } } } }`;
  const files = await figureFiles(url);
  const own = [
    ...[`/experts?ledger=${slug}`, `/projects?ledger=${slug}`, `/pay?ledger=${slug}`],
    ...['', '&by=sector', '&by=project', '&by=quarter', '&top=5'].map(
      (more) => `/concentration?curve=${slug}${more}`,
    ),
    ...sectors.map((sector) => `/fr/experts?ledger=${slug}&sector=${sector}`),
  ];
  return (visitor) => {
    if (visitor % 4 !== 0) return requestAt(visitor);
    const turn = visitor / 4;
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(turn / 3) % items.length]!;
    if (turn % 3 === 0) return { kind: 'file of a figure', path: pick(files) };
    if (turn % 3 === 1) return { kind: 'page of the large ledger', path: pick(own) };
    const variables = encodeURIComponent(JSON.stringify({ filter: pick(filters) }));
    return {
      kind: 'free filter',
      path: `/graphql?query=${encodeURIComponent(query)}&variables=${variables}`,
    };
  };
}

/** The lead figure of every page, frozen, in every format, at changing scales. */
async function figureFiles(url: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
  const ask = async <Data>(query: string, variables: object = {}): Promise<Data> => {
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    return ((await answer.json()) as { data: Data }).data;
  };
  const get = (path: string): Promise<Response> =>
    fetch(url + path, { headers: { authorization: headers.authorization } });
  const files: string[] = [];
  for (const page of await pagesWithFigures({ ask })) {
    const figure = await leadOf({ get }, page);
    const { figureCreate } = await ask<{ figureCreate: { figure: { id: string } } }>(
      'mutation ($input: FigureCreateInput!) { figureCreate(input: $input) { figure { id } } }',
      { input: { page, figure } },
    );
    for (const extension of ['svg', 'png', 'pdf', 'xlsx', 'parquet', 'json', 'csv', 'zip']) {
      for (const scale of extension === 'png' ? [1, 2, 4] : [1])
        files.push(`/figures/${figureCreate.figure.id}.${extension}?scale=${scale}`);
    }
  }
  return files;
}
