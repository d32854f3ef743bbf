import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// A flag of the whole process, and so it stays: were it taken back, a thread that begins would take it from another.
setFlagsFromString('--expose-gc');

/** Tells the engine to look for what nobody holds any more. */
export const collect = globalThis.gc ?? (runInNewContext('gc') as NodeJS.GCFunction);
