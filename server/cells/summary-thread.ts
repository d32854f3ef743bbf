import type { Tinypool } from 'tinypool';
import type { Contributors } from '../statistics/index.ts';
import { threadFile, threadPool } from '../memory/thread-pool.ts';
import { bandsAside } from './band-thread.ts';
import type { MadeCell } from './made-cell.ts';
import { makeRates, type MadeRates, type RatesTask } from './make-rates.ts';
import { summarise, type SummaryTask } from './summarise.ts';

let thread: Tinypool | null = null;
let asideThread: Tinypool | null = null;

/** `summarise` in a thread, which takes the columns away: the database reads the next part meanwhile. */
export async function summariseInThread(task: SummaryTask): Promise<MadeCell[]> {
  const transferList = columnsOf(task);
  return (await pool().run(task, { name: summarise.name, transferList })) as MadeCell[];
}

/** `makeRates` in the same thread. */
export async function ratesInThread(task: RatesTask): Promise<MadeRates[]> {
  const options = {
    name: makeRates.name,
    filename: threadFile(import.meta.url, 'make-rates'),
    transferList: columnsOf(task),
  };
  return (await pool().run(task, options)) as MadeRates[];
}

/** The intervals of one cell, in a thread that holds nobody up: neither those who ask, nor a release that is being published. */
export async function bandsInThread(people: Contributors): Promise<Float64Array | null> {
  asideThread ??= threadOf('band-thread');
  return (await asideThread.run(people, { name: bandsAside.name })) as Float64Array | null;
}

/** The memory of the columns goes over to the thread, rather than a copy of it. */
function columnsOf({ totals: { keys, experts, currencies, totals } }: RatesTask): ArrayBuffer[] {
  const columns = [keys, experts, ...(currencies === null ? [] : [currencies]), ...totals];
  return columns.map(({ buffer }) => buffer as ArrayBuffer);
}

function pool(): Tinypool {
  return (thread ??= threadOf('summarise'));
}

function threadOf(name: string): Tinypool {
  return threadPool(import.meta.url, name, { atMost: 1, idle: 10_000, oldMemory: 1024 });
}
