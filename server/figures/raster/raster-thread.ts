import type { Tinypool } from 'tinypool';
import { reject } from '../../errors/tacit-error.ts';
import { threadPool } from '../../memory/thread-pool.ts';
import type { Packed } from './packed-rows.ts';
import { pngFile } from './png-file.ts';
import { drawClear, drawRows, type RasterTask, type RowsTask } from './raster-worker.ts';

/** Pictures that may wait for their turn. */
export const mostWaiting = 50;

/** Pictures from this many pixels on are drawn in two halves, side by side. */
const largePixels = 2_000_000;

let threads: Tinypool | null = null;
let waiting = 0;

/**
 * Draws a picture in the two threads that draw: one after the other, a large one in both at once, so that many who ask
 * take no more memory than two. They end when nobody asks, and what they held goes with them.
 */
export async function drawInThread(task: RasterTask): Promise<Uint8Array> {
  if (waiting >= mostWaiting)
    reject('SERVICE_UNAVAILABLE', `${waiting} pictures are waiting to be drawn: ask again in half a minute.`);
  waiting += 1;
  try {
    if (!task.isOpaque) return (await pool().run(task, { name: drawClear.name })) as Uint8Array;
    const parts = await Promise.all(partsOf(task).map((part) => pool().run(part, { name: drawRows.name })));
    return pngFile(task.width, task.height, parts as Packed[]);
  } finally {
    waiting -= 1;
  }
}

function partsOf(task: RasterTask): RowsTask[] {
  const { width, height } = task;
  const middle = width * height < largePixels ? height : Math.ceil(height / 2);
  return [
    { ...task, top: 0, bottom: middle },
    { ...task, top: middle, bottom: height },
  ].filter(({ top, bottom }) => top < bottom);
}

function pool(): Tinypool {
  threads ??= threadPool(import.meta.url, 'raster-worker', { atMost: 2, idle: 10_000, oldMemory: 128 });
  return threads;
}
