import { Tinypool } from 'tinypool';
import type { MadeCell } from './made-cell.ts';
import type { Contributors } from '../statistics/index.ts';
import { bandsOf } from './grid.ts';
import { makeRates, type MadeRates, type RatesTask } from './make-rates.ts';
import { summarise, type SummaryTask } from './summarise.ts';

const inSources = import.meta.url.endsWith('.ts');

let thread: Tinypool | null = null;

/** `summarise` in a thread, which takes the columns away: the database reads the next part meanwhile. */
export async function summariseInThread(task: SummaryTask): Promise<MadeCell[]> {
  const transferList = columnsOf(task);
  return (await pool().run(task, { name: summarise.name, transferList })) as MadeCell[];
}

/** `makeRates` in the same thread. */
export async function ratesInThread(task: RatesTask): Promise<MadeRates[]> {
  const options = { name: makeRates.name, filename: fileOf('make-rates'), transferList: columnsOf(task) };
  return (await pool().run(task, options)) as MadeRates[];
}

/** `bandsOf` in the same thread. */
export async function bandsInThread(people: Contributors): Promise<Float64Array | null> {
  return (await pool().run(people, { name: bandsOf.name, filename: fileOf('grid') })) as Float64Array | null;
}

/** The memory of the columns goes over to the thread, rather than a copy of it. */
function columnsOf({ totals: { keys, experts, currencies, totals } }: RatesTask): ArrayBuffer[] {
  const columns = [keys, experts, ...(currencies === null ? [] : [currencies]), ...totals];
  return columns.map(({ buffer }) => buffer as ArrayBuffer);
}

function fileOf(name: string): string {
  return new URL(`./${name}.${inSources ? 'ts' : 'js'}`, import.meta.url).href;
}

function pool(): Tinypool {
  thread ??= new Tinypool({
    filename: fileOf('summarise'),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 10_000,
    // Node itself takes the types out of the sources.
    execArgv: inSources ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'] : [],
  });
  return thread;
}
