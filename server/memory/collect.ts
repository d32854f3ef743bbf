import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Taken from a context made for it, so that nothing else in this process gets it.
setFlagsFromString('--expose-gc');

/** Tells the engine to look for what nobody holds any more. */
export const collect = runInNewContext('gc') as NodeJS.GCFunction;
setFlagsFromString('--no-expose-gc');
