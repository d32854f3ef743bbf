import { Tinypool } from 'tinypool';
import type { MadeCell } from './made-cell.ts';
import { makeRates, type MadeRates, type RatesTask } from './make-rates.ts';
import { summarise, type SummaryTask } from './summarise.ts';

const inSources = import.meta.url.endsWith('.ts');

let thread: Tinypool | null = null;

/** `summarise` in a thread: the database reads the next part meanwhile. */
export async function summariseInThread(task: SummaryTask): Promise<MadeCell[]> {
  return (await pool().run(task, { name: summarise.name })) as MadeCell[];
}

/** `makeRates` in the same thread. */
export async function ratesInThread(task: RatesTask): Promise<MadeRates[]> {
  return (await pool().run(task, { name: makeRates.name, filename: fileOf('make-rates') })) as MadeRates[];
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
