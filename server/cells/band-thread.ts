import { setPriority } from 'node:os';
import type { Contributors } from '../statistics/index.ts';
import { bandsOf } from './grid.ts';

/** Whatever else wants the processor goes first: on Linux a thread has a priority of its own, elsewhere only a process has. */
export const hasOwnPriority = process.platform === 'linux';

/** `bandsOf`, in a thread that gives way. */
export function bandsAside(people: Contributors): Float64Array | null {
  if (hasOwnPriority) setPriority(0, 10);
  return bandsOf(people);
}
