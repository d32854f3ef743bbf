import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import {
  LEAST_FOR_INTERVALS,
  type ConcentrationDifference,
  type ConcentrationIntervals,
} from '../../statistics/index.ts';
import { threadPool } from '../../memory/thread-pool.ts';
import { differencesOf, intervalsOf, type DifferenceTask, type IntervalTask } from './interval-worker.ts';

let threads: Tinypool | null = null;

/**
 * The intervals that are asked for, computed in a thread, one for each core but the one that answers; at once where
 * there are too few contributors for any. A signal takes the task out of the queue, or ends the thread that is at it.
 */
export async function intervalsInThread(
  task: IntervalTask,
  signal?: AbortSignal,
): Promise<(ConcentrationIntervals | null)[]> {
  signal?.throwIfAborted();
  if (task.people.sorted.length < LEAST_FOR_INTERVALS) return intervalsOf(task);
  return (await run(task, intervalsOf.name, signal)) as (ConcentrationIntervals | null)[];
}

/** The same of the difference of two distributions. */
export async function differencesInThread(
  task: DifferenceTask,
  signal?: AbortSignal,
): Promise<ConcentrationDifference> {
  signal?.throwIfAborted();
  return (await run(task, differencesOf.name, signal)) as ConcentrationDifference;
}

async function run(task: unknown, name: string, signal?: AbortSignal): Promise<unknown> {
  try {
    return await pool().run(task, { signal, name });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

function pool(): Tinypool {
  const atMost = Math.max(1, availableParallelism() - 1);
  threads ??= threadPool(import.meta.url, 'interval-worker', { atMost, idle: 30_000 });
  return threads;
}
