import { memoryUsage } from 'node:process';
import { collect } from './collect.ts';

const mebibyte = 2 ** 20;

/** A server is to take less than 600 MiB. From here on it is looked whether some of that is in nobody's use. */
const much = 440 * mebibyte;
/** From here on it is looked more often. */
const tooMuch = 540 * mebibyte;
/** How often it is looked, in ms. */
const every = 1_000;
/** How long nothing is given back after it was, in ms; and after it was in vain. */
const rest = 15_000;
const restInVain = 60_000;
/** A third of that where there is too much. */
const hurry = 3;
/** Less is not worth the pause. */
const worthwhile = 24 * mebibyte;

export interface Relief {
  /** Bytes before and after. */
  before: number;
  after: number;
  milliseconds: number;
}

/**
 * Gives back the memory that the engine keeps for later. What a crowd took it keeps in pages, for itself and for threads that
 * have ended, until nothing is asked of it for a while; a server that is always asked for something never sees such a while.
 * Measured: 320 MiB of pages of which 140 were used. It takes a pause of a few tenths of a second, as often as it helps.
 */
export function relieveMemory(tell: (relief: Relief) => void, from = much): { end: () => void } {
  let last = -Infinity;
  let resting = 0;
  const timer = setInterval(() => {
    const began = performance.now();
    const before = memoryUsage.rss();
    if (before < from || began - last < (before < tooMuch ? resting : resting / hurry)) return;
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    const after = memoryUsage.rss();
    last = began;
    resting = before - after < worthwhile ? restInVain : rest;
    tell({ before, after, milliseconds: Math.round(performance.now() - began) });
  }, every);
  timer.unref();
  return { end: () => clearInterval(timer) };
}
