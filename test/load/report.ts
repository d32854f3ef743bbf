import { machine, table, writeResults } from '../bench/results.ts';
import type { Imported } from './import-one.ts';
import { quantileOf, type Sent, type Traffic } from './traffic.ts';
import type { Stretch } from './watch.ts';

type Phase = 'alone' | 'steady' | 'flood' | 'beyond' | 'calm';

/** All that a run has seen. */
export interface Run {
  /** What was asked for, and what it took with the start and the search. */
  minutes: number;
  took: number;
  /** Requests a second that sixteen visitors at a time were answered. */
  capacity: number;
  /** What p95 was to hold, in milliseconds. */
  aim: number;
  imported: Imported;
  traffic: Record<Phase, Traffic>;
  watched: Record<'before' | 'during' | 'afterwards', Stretch>;
  /** When the flood was over, by the clock of performance.now(). */
  fell: number;
}

/** Writes the section, and gives what did not hold. */
export async function report(run: Run): Promise<string[]> {
  const { minutes, took, capacity, aim, imported, watched } = run;
  const phases = Object.entries(run.traffic) as [Phase, Traffic][];
  const traffic = Object.fromEntries(phases.map(([phase, one]) => [phase, one.rows()])) as Record<
    Phase,
    Sent[]
  >;
  const early = most(watched.during.memory.slice(0, watched.during.memory.length / 2));
  const late = most(watched.during.memory.slice(watched.during.memory.length / 2));
  const stretches = Object.values(watched);
  const health = stretches.flatMap((stretch) => stretch.health);
  const dead = stretches.reduce((sum, stretch) => sum + stretch.dead, 0);
  const beside = traffic.steady.filter(({ at }) => at < imported.ended);
  const alone = traffic.steady.filter(({ at }) => at >= imported.ended);
  // The same rate, the same data: what it was before, where that was more than was aimed at on an empty server.
  const usual = Math.max(aim, quantileOf(alone, 0.95));
  const back = secondsUntilBack(traffic.calm, run.fell, usual);
  await writeResults(
    'Load',
    `Pages, lists, aggregates and share images in the proportion 8 : 5 : 4 : 3, from a process beside the server on the same processors, each request from another address; asked for ${minutes} minutes (30 is usual), took ${took.toFixed(1)}. p95 was to stay below ${aim.toFixed(0)} ms, four times that of one visitor at a time; sixteen at a time were answered ${capacity.toFixed(0)} requests a second. Meanwhile an import of 100,000 rows was answered with ${imported.status} after ${imported.seconds.toFixed(1)} s. Latencies are of what was answered with 200.

${table([
  ['', 'seconds', 'asked/s', '200', '503', 'without Retry-After', 'else', 'median', 'p95'],
  row('one visitor at a time', traffic.alone),
  row('the highest rate that held p95, while the import went on', beside),
  row('the same rate after it', alone),
  row('three times that rate', traffic.flood),
  row('three times what sixteen were answered', traffic.beyond),
  row('the first rate again', traffic.calm),
])}

p95 by kind, in milliseconds, and what the asking process itself was away for (p99):

${byKind([
  ['one visitor at a time', traffic.alone, run.traffic.alone.ownDelay],
  ['the highest rate, after the import', alone, run.traffic.steady.ownDelay],
  ['three times that rate', traffic.flood, run.traffic.flood.ownDelay],
  ['the first rate again', traffic.calm, run.traffic.calm.ownDelay],
])}

In the half second in which it stood still longest the server did so for ${most(watched.before.stops).toFixed(0)} ms before the flood, ${most(watched.during.stops).toFixed(0)} ms in it, ${most(watched.afterwards.stops).toFixed(0)} ms afterwards; in the median half second for ${middle(watched.before.stops)}, ${middle(watched.during.stops)} and ${middle(watched.afterwards.stops)} ms.

Resident memory of the server: at most ${mib(watched.before.memory)} before the flood, ${early.toFixed(0)} MiB in its first half, ${late.toFixed(0)} MiB in its second, ${mib(watched.afterwards.memory)} afterwards. \`/healthz\` was asked ${health.length + dead} times, failed ${dead}, and took at most ${most(health).toFixed(0)} ms. After the flood p95 was what it had been at that rate before, ${usual.toFixed(0)} ms or less over three seconds, ${back === undefined ? 'not within 12 s' : `after ${back} s`}.

${machine()}`,
  );
  const odd = Object.values(traffic).flatMap((sent) => sent.filter((one) => isOdd(one)));
  return [
    odd.length > 0 && `${odd.length} requests ended as neither 200 nor 503 with Retry-After`,
    dead > 0 && `/healthz did not answer ${dead} times`,
    imported.status !== 201 && `the import was answered with ${imported.status}`,
    late > 1.25 * early && `memory grew while the flood lasted, from ${early} to ${late} MiB`,
    traffic.beyond.every(({ status }) => status === 200) &&
      'nobody was turned away of three times as many as fit',
    (back === undefined || back > 10) && 'latency was not back within 10 s',
  ].filter((what) => what !== false);
}

/** The first whole second from which on the next three hold p95. */
function secondsUntilBack(calm: readonly Sent[], fell: number, aim: number): number | undefined {
  return Array.from({ length: 13 }, (_, second) => second).find((second) => {
    const from = fell + second * 1000;
    const sent = calm.filter(({ at }) => at >= from && at < from + 3000);
    return sent.every(({ status }) => status === 200) && quantileOf(sent, 0.95) <= aim;
  });
}

/** A line for each phase, a column for each kind. */
function byKind(phases: readonly [name: string, sent: readonly Sent[], own: number][]): string {
  const kinds = [...new Set(phases.flatMap(([, sent]) => sent.map(({ kind }) => kind)))];
  return table([
    ['', ...kinds, 'asking process'],
    ...phases.map(([name, sent, own]) => [
      name,
      ...kinds.map((kind) =>
        quantileOf(
          sent.filter((one) => one.kind === kind),
          0.95,
        ).toFixed(0),
      ),
      own.toFixed(0),
    ]),
  ]);
}

const middle = (values: readonly number[]): string =>
  (values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN).toFixed(0);
const most = (values: readonly number[]): number => Math.max(0, ...values);
const mib = (values: readonly number[]): string => `${most(values).toFixed(0)} MiB`;
const isOdd = ({ status, retryAfter }: Sent): boolean => status !== 200 && !(status === 503 && retryAfter);

function row(name: string, sent: readonly Sent[]): string[] {
  if (sent.length === 0) return [name, '0', ...Array.from({ length: 7 }, () => '–')];
  const count = (matches: (one: Sent) => boolean): string => String(sent.filter(matches).length);
  const during = (sent.reduce((last, { at }) => Math.max(last, at), 0) - sent[0]!.at) / 1000;
  return [
    name,
    during.toFixed(0),
    (sent.length / during).toFixed(1),
    count(({ status }) => status === 200),
    count(({ status }) => status === 503),
    count(({ status, retryAfter }) => status === 503 && !retryAfter),
    count(({ status }) => status !== 200 && status !== 503),
    `${quantileOf(sent, 0.5).toFixed(0)} ms`,
    `${quantileOf(sent, 0.95).toFixed(0)} ms`,
  ];
}
