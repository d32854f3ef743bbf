import { machine, table, writeResults } from '../bench/results.ts';
import type { Imported } from './import-one.ts';
import { quantileOf, type Sent } from './traffic.ts';
import type { Stretch } from './watch.ts';

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
  traffic: Record<'alone' | 'steady' | 'flood' | 'beyond' | 'calm', readonly Sent[]>;
  watched: Record<'before' | 'during' | 'afterwards', Stretch>;
  /** When the flood was over, by the clock of performance.now(). */
  fell: number;
}

/** Writes the section, and gives what did not hold. */
export async function report(run: Run): Promise<string[]> {
  const { minutes, took, capacity, aim, imported, traffic, watched } = run;
  const back = secondsUntilBack(traffic.calm, run.fell, aim);
  const early = most(watched.during.memory.slice(0, watched.during.memory.length / 2));
  const late = most(watched.during.memory.slice(watched.during.memory.length / 2));
  const stretches = Object.values(watched);
  const health = stretches.flatMap((stretch) => stretch.health);
  const dead = stretches.reduce((sum, stretch) => sum + stretch.dead, 0);
  const beside = traffic.steady.filter(({ at }) => at < imported.ended);
  const alone = traffic.steady.filter(({ at }) => at >= imported.ended);
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

Resident memory of the server: at most ${mib(watched.before.memory)} before the flood, ${early.toFixed(0)} MiB in its first half, ${late.toFixed(0)} MiB in its second, ${mib(watched.afterwards.memory)} afterwards. \`/healthz\` was asked ${health.length + dead} times, failed ${dead}, and took at most ${most(health).toFixed(0)} ms. After the flood p95 was back below the aim ${back === undefined ? 'not at all' : `after ${back} s`}.

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
