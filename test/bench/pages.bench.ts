import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startProduct } from '../support/product.ts';
import { everyAddress, inFrench } from '../gauge/addresses.ts';
import { cacheTable, readCaches } from './cache-report.ts';
import { canPin, leaveFirst, onFirst } from './pinned.ts';
import { machine, table, writeResults } from './results.ts';
import { percentile } from './served.ts';
import { visit, visitAtRate, type Visit } from './visitors.ts';

// How fast pages are, at a hundred a second, by a server and a database on one processor: npm run bench:pages [-- --seconds 20].
// They are of the shipped facts and ledgers: how many rows others measure (--rows) does not matter to them.

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '20' }, rows: { type: 'string' }, data: { type: 'string' } },
});
const seconds = Number(values.seconds);
const rate = 100;
/** One visit in so many is to an address that nobody has asked for before. */
const oneIn = 20;
const adminKey = 'a key of this run alone';
const folder = await mkdtemp(join(tmpdir(), 'tacit-pages-bench-'));
const product = await startProduct({
  environment: { DATA_DIR: folder, ADMIN_KEY: adminKey, TRUST_PROXY: 'true' },
  through: onFirst,
});
leaveFirst();
const { url } = product;

try {
  const english = (await everyAddress(url)).filter((path) => !path.startsWith('/graphql'));
  const known = [...english, ...english.map(inFrench)];
  const unseen = (await addressesNobodyAsks()).filter((path) => !known.includes(path));

  const drawn: Visit[] = [];
  for (const path of known) drawn.push(await visit(url, path));
  // What is asked for twice is kept, and packed well the third time.
  for (let turn = 0; turn < 3; turn += 1) for (const path of known) await visit(url, path);
  await new Promise((resolve) => setTimeout(resolve, 10_000));

  const before = await readCaches(url);
  const pick = (turn: number): string => known[(turn * 7) % known.length]!;
  const read = await visitAtRate(url, { rate, seconds, pathOf: pick });
  let next = 0;
  const pathOf = (turn: number): string =>
    turn % oneIn === 0 ? unseen[next++ % unseen.length]! : pick(turn);
  const mixed = await visitAtRate(url, { rate, seconds, pathOf });
  const [released] = await Promise.all([visitAtRate(url, { rate, seconds, pathOf: pick }), release()]);
  const after = await readCaches(url);

  const wrong = [...drawn, ...read, ...mixed, ...released].filter(
    ({ status }) => status !== 200 && status !== 503,
  );
  if (wrong.length > 0) throw new Error(`${wrong[0]!.path} was answered with ${wrong[0]!.status}`);
  const ms = (value: number): string => value.toFixed(1);
  const row = (what: string, visits: readonly Visit[]): string[] => {
    const times = visits.filter(({ status }) => status === 200).map(({ milliseconds }) => milliseconds);
    const at = (p: number): string => ms(percentile(times, p));
    const away = String(visits.length - times.length);
    return [what, String(visits.length), away, at(0.5), at(0.95), at(0.99), ms(Math.max(...times))];
  };
  const isUnseen = ({ path }: Visit): boolean => unseen.includes(path);
  // Who was turned away waited for nothing.
  const p95 = percentile(
    mixed.map(({ status, milliseconds }) => (status === 200 ? milliseconds : Infinity)),
    0.95,
  );
  const body = [
    `Pages in both languages, ${known.length} addresses by turns, ${rate} a second in an open loop for ${seconds} s each, asked as a browser does, from another address each time; milliseconds until the last byte. ${canPin ? 'The server and its PostgreSQL have one processor, who asks has the other.' : 'Nothing could be bound to a processor here: server, PostgreSQL and who asks share all of them.'} "Never asked for" are pages of professions and organisations in either language, which are drawn anew. In the last run a release is published after a quarter of the time: every page that was kept is drawn again, one at a time, and for at most five seconds those of before are sent meanwhile. Times are of what was answered with 200; 503 is what a server says to those for whom it has no place.`,
    table([
      ['', 'visits', '503', 'p50', 'p95', 'p99', 'most'],
      row('each for the first time, one after the other', drawn),
      row('read before by others', read),
      row(`one in ${oneIn} never asked for (aim: p95 below 60)`, mixed),
      row('of which those never asked for', mixed.filter(isUnseen)),
      row('while a release is published', released),
    ]),
    `Caches during these runs:\n\n${cacheTable(before, after)}`,
    machine(),
  ].join('\n\n');
  await writeResults('Pages', body, [
    {
      aim: 'pages',
      value: p95,
      why: `one in ${oneIn} never asked for before${canPin ? '' : ', processors shared'}`,
    },
  ]);
  process.stdout.write(`${body}\n`);
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Pages that exist, and are in no list above. */
async function addressesNobodyAsks(): Promise<string[]> {
  const query =
    '{ professions(first: 100) { nodes { socCode } } organisations(first: 80) { nodes { slug } } }';
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await answer.json()) as {
    data: { professions: { nodes: { socCode: string }[] }; organisations: { nodes: { slug: string }[] } };
  };
  const paths = [
    ...data.professions.nodes.map(({ socCode }) => `/professions/${socCode}`),
    ...data.organisations.nodes.map(({ slug }) => `/organisations/${slug}`),
  ];
  return paths.flatMap((path) => [path, inFrench(path)]);
}

/** Publishes a small ledger by HTTP, a quarter of the time on. */
async function release(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, seconds * 250));
  const lines = Array.from({ length: 1000 }, (_, row) => `w${row % 90},p${row % 5},${1 + (row % 9)}\n`);
  const form = new FormData();
  const fields = { dataset: 'bench', expert: 'who', project: 'what', units: 'n' };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob(['who,what,n\n', ...lines]), 'bench.csv');
  const { status } = await fetch(`${url}/import`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${adminKey}` },
  });
  if (status !== 201) throw new Error(`the release was answered with ${status}`);
}
