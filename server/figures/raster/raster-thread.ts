import { Tinypool } from 'tinypool';
import { reject } from '../../errors/tacit-error.ts';
import { draw, type RasterTask } from './raster-worker.ts';

const inSources = import.meta.url.endsWith('.ts');

/** Pictures that may wait for their turn. */
export const mostWaiting = 50;

let thread: Tinypool | null = null;
let waiting = 0;

/**
 * Draws a picture in the one thread that draws: one after the other, so that many who ask at once take no more memory
 * than one. It ends when nobody asks, and what it held goes with it.
 */
export async function drawInThread(task: RasterTask): Promise<Uint8Array> {
  if (waiting >= mostWaiting)
    reject('SERVICE_UNAVAILABLE', `${waiting} pictures are waiting to be drawn: ask again in half a minute.`);
  waiting += 1;
  try {
    return (await pool().run(task, { name: draw.name })) as Uint8Array;
  } finally {
    waiting -= 1;
  }
}

function pool(): Tinypool {
  thread ??= new Tinypool({
    filename: new URL(`./raster-worker.${inSources ? 'ts' : 'js'}`, import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    // Node itself takes the types out of the sources.
    execArgv: inSources ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'] : [],
  });
  return thread;
}
