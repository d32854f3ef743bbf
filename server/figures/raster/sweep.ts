import { setImmediate as turn } from 'node:timers/promises';
import { collect } from '../../memory/collect.ts';

// The engine takes what the renderer makes for objects of a few bytes and would let hundreds of megabytes pile up;
// and memory that is new has to be found and cleared by the machine, used again it has not. So it is told when to collect.

/**
 * Frees the pixels of bands that nobody holds any more, in about a millisecond: what is found is freed in the turn
 * after it.
 */
export async function sweepBand(): Promise<void> {
  collect({ type: 'minor' });
  await turn();
}

/** Frees the picture too, which has grown old by then, once its file is handed over. */
export function sweepPicture(): void {
  setImmediate(() => collect({ type: 'major' }));
}
