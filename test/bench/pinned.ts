import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Whether a processor can be set aside for what is measured: two of them, and a system that lets processes be bound. */
export const canPin =
  availableParallelism() > 1 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** What runs a program, and all that it starts, on the first processor alone. */
export const onFirst: readonly string[] = canPin ? ['taskset', '-c', '0'] : [];

/** Moves this process, which asks and measures, to the other processors. */
export function leaveFirst(): void {
  if (canPin) spawnSync('taskset', ['-a', '-cp', `1-${availableParallelism() - 1}`, String(process.pid)]);
}
