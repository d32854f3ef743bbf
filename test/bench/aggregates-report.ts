import { aims as every, flatBelow, growthOf } from './aims.ts';
import type { Taken } from './bare-copy.ts';
import type { Filled } from './filled.ts';
import type { Finding } from './findings.ts';
import { table } from './results.ts';
import { percentile } from './served.ts';

/** What a page's question took; times in ms. */
export interface PageAnswers {
  name: string;
  /** The very first, alone. */
  first: number;
  /** Of many at a time. */
  p50: number;
  p95: number;
  /** Of processors, the server's and the database's, for one answer. */
  processor: number;
  failures: readonly string[];
  raw: Taken | null;
}

/** What filters of one kind took, first and again; times in ms. */
export interface FreeAnswers {
  kind: string;
  times: readonly number[];
  again: readonly number[];
  processor: number;
  failures: readonly string[];
}

/** What was measured of one ledger. */
export interface Answers {
  rows: number;
  experts: number;
  filled: Filled;
  pages: readonly PageAnswers[];
  free: readonly FreeAnswers[];
  /** MiB. */
  memory: number;
  machine: string;
}

const aims = {
  page: every.pageQueries.atMost,
  ratio: every.rawRatio.atLeast,
  free: every.freeFilters.atMost,
  growth: every.growth.atMost,
};

/** The section of RESULTS.md: the largest ledger in full, then how each question grows. */
export function aggregatesReport(
  all: readonly Answers[],
  { concurrency, repeats }: { concurrency: number; repeats: number },
): { title: string; text: string; findings: Finding[] } {
  const last = all.at(-1)!;
  const text = [
    `Milliseconds of whole answers through HTTP, ${concurrency} at a time, ${repeats} of each, from a ledger of ${count(last.rows)} SIMULATED earnings of ${count(last.experts)} experts; "first" is the very first, alone, after the server started. The same question from raw rows is asked of the facts once, alone. What passes on the clock depends on who else is busy; processor time, the server's and the database's of one answer, does not. ${last.machine}`,
    table([
      ['aim', 'measured', ''],
      ...verdicts(all).map(([aim, found, met]) => [aim, found, met ? 'met' : '**not met**']),
    ]),
    `From the second time on, an answer comes from those that are kept until something is published: p50 and p95 tell of finding and sending it, "first" of making it. What is long is kept packed. Of filters, whole quarters take in everybody, whose totals are then sorted; a period that cuts a quarter reads the days of that quarter.`,
    `Intervals that take a bootstrap are filled in by the server after a release: of this ledger ${count(last.filled.cells)} cells, ${last.filled.seconds.toFixed(0)} s after its start; pages were asked then.`,
    pageTable(last),
    `Filters that no page offers; each is first asked ${concurrency} at a time, all different, then once more. Memory of the server at most, after all of it: ${ms(last.memory)} MiB.`,
    freeTable(last),
    `How each grows: p50 / p95 by earnings. A question is flat where its p50 at the largest is at most ${aims.growth} times that at the smallest, or below ${flatBelow} ms.`,
    growthTable(all),
  ].join('\n\n');
  const size = last.rows >= 10_000_000 ? ` at ${Math.round(last.rows / 1e6)} million earnings` : '';
  return { title: `Dashboard aggregates${size}`, text, findings: findingsOf(all) };
}

/** What the largest ledger shows of the figures that are aimed at, and whose figure it is. */
function findingsOf(all: readonly Answers[]): Finding[] {
  const [first, last] = [all[0]!, all.at(-1)!];
  const { rows } = last;
  const most = <Item>(items: readonly Item[], of: (item: Item) => number): [Item, number] => {
    const values = items.map((item) => [item, of(item)] as [Item, number]);
    return values.reduce((one, other) => (other[1] > one[1] ? other : one));
  };
  const failed = ({ failures }: PageAnswers | FreeAnswers): boolean => failures.length > 0;
  const [slow, p95] = most(last.pages, (page) => (failed(page) ? Infinity : page.p95));
  const [late, wait] = most(last.free, (free) => (failed(free) ? Infinity : percentile(free.times, 0.95)));
  const compared = last.pages.filter((page) => ratioOf(page) !== null && !failed(page));
  const [near, inverse] = most(compared, (page) => 1 / ratioOf(page)!);
  const [grown, growth] = most(last.pages, (page) => growthIn(first, page));
  return [
    { aim: 'pageQueries', value: p95, rows, why: slow.name },
    { aim: 'freeFilters', value: wait, rows, why: late.kind },
    { aim: 'rawRatio', value: 1 / inverse, rows, why: near.name },
    ...(all.length < 2 ? [] : [{ aim: 'growth' as const, value: growth, rows, why: grown.name }]),
  ];
}

function verdicts(all: readonly Answers[]): [aim: string, found: string, met: boolean][] {
  const { pages, free } = all.at(-1)!;
  const slow = pages.filter((page) => page.failures.length > 0 || !(page.p95 < aims.page));
  const compared = pages.filter(({ raw, failures }) => raw !== null && failures.length === 0);
  const near = compared.filter((page) => ratioOf(page)! < aims.ratio);
  const late = free.filter(
    ({ times, failures }) => failures.length > 0 || percentile(times, 0.95) >= aims.free,
  );
  const grown = all.length < 2 ? [] : pages.filter(({ name }) => !isFlat(all, name));
  const of = (few: readonly { name?: string; kind?: string }[], whole: readonly unknown[]): string =>
    few.length === 0
      ? `all ${whole.length}`
      : `${whole.length - few.length} of ${whole.length}; not: ${few.map(({ name, kind }) => name ?? kind).join(', ')}`;
  return [
    [`pages’ questions: p95 under ${aims.page} ms`, of(slow, pages), slow.length === 0],
    [`raw rows ÷ p50 at least ${aims.ratio}`, of(near, compared), near.length === 0],
    [`any filter: p95 under ${aims.free} ms when first asked`, of(late, free), late.length === 0],
    ...(all.length < 2
      ? []
      : [
          [
            `pages’ questions flat from ${count(all[0]!.rows)} earnings on`,
            of(grown, pages),
            grown.length === 0,
          ] as [string, string, boolean],
        ]),
  ];
}

function pageTable({ pages }: Answers): string {
  const head = ['page query', 'first', 'p50', 'p95', 'raw rows', 'raw ÷ p50', 'processor', 'raw', 'raw ÷ it'];
  return table([
    head,
    ...pages.map((page) => {
      const { name, first, p50, p95, processor, raw, failures } = page;
      if (failures.length > 0)
        return [`${name}: FAILED (${failures[0]!})`, ms(first), ...head.slice(2).map(() => '')];
      const compared =
        raw === null
          ? ['', '', ms(processor), '', '']
          : [
              ...[ms(raw.clock * 1000), ms(ratioOf(page)!), ms(processor)],
              ...[ms(raw.processor * 1000), ms((raw.processor * 1000) / processor)],
            ];
      return [name, ms(first), ms(p50), ms(p95), ...compared];
    }),
  ]);
}

function freeTable({ free }: Answers): string {
  return table([
    ['filter', 'asked', 'failed', 'p50', 'p95', 'again, p95', 'processor'],
    ...free.map(({ kind, times, again, processor, failures }) => [
      ...[kind, String(times.length), failures.length === 0 ? '' : `${failures.length}: ${failures[0]!}`],
      ...[
        ms(percentile(times, 0.5)),
        ms(percentile(times, 0.95)),
        ms(percentile(again, 0.95)),
        ms(processor),
      ],
    ]),
  ]);
}

function growthTable(all: readonly Answers[]): string {
  const [first, last] = [all[0]!, all.at(-1)!];
  const both = (times: readonly [number, number]): string => times.map(ms).join(' / ');
  return table([
    ['', ...all.map(({ rows }) => count(rows)), 'p50, last ÷ first', ''],
    ...last.pages.map(({ name, p50 }) => [
      name,
      ...all
        .map(({ pages }) => pages.find((page) => page.name === name)!)
        .map((page) => both([page.p50, page.p95])),
      ms(p50 / first.pages.find((page) => page.name === name)!.p50),
      isFlat(all, name) ? 'flat' : '**grows**',
    ]),
    ...last.free.map(({ kind, times }) => {
      const own = all.map(({ free }) => free.find((each) => each.kind === kind)!.times);
      return [
        `filter: ${kind}`,
        ...own.map((each) => both([percentile(each, 0.5), percentile(each, 0.95)])),
        ms(percentile(times, 0.5) / percentile(own[0]!, 0.5)),
        '',
      ];
    }),
  ]);
}

function isFlat(all: readonly Answers[], name: string): boolean {
  const page = all.at(-1)!.pages.find((own) => own.name === name)!;
  return growthIn(all[0]!, page) <= aims.growth;
}

/** The rule by which the table, the verdicts and the finding judge. */
function growthIn(first: Answers, page: PageAnswers): number {
  if (page.failures.length > 0) return Infinity;
  return growthOf(first.pages.find(({ name }) => name === page.name)!.p50, page.p50);
}

function ratioOf({ raw, p50 }: PageAnswers): number | null {
  return raw === null ? null : (raw.clock * 1000) / p50;
}

const ms = (value: number): string =>
  Number.isNaN(value) ? '' : value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
const count = (value: number): string => value.toLocaleString('en');
