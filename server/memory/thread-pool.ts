import { Tinypool } from 'tinypool';

interface PoolOptions {
  /** How many threads there may be. */
  atMost: number;
  /** Milliseconds after which a thread that nobody has asked ends, and what it held goes with it. */
  idle: number;
  /** MiB that what a thread's script holds may come to, beside columns and pixels. */
  oldMemory?: number;
}

/**
 * Threads that run the functions of one module, begun when they are needed. Beside the caller's file it stands as `name`, compiled
 * or, in tests, as it was written: then Node itself takes the types out, so it may import nothing that needs more than that.
 */
export function threadPool(
  caller: string,
  name: string,
  { atMost, idle, oldMemory = 256 }: PoolOptions,
): Tinypool {
  const pool = new Tinypool({
    filename: threadFile(caller, name),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: atMost,
    idleTimeout: idle,
    // Left to itself each would let 48 MiB of short-lived objects pile up before it looks at them.
    resourceLimits: { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: oldMemory },
    execArgv: isSource(caller) ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'] : [],
  });
  // Left alone, a thread that cannot begin would end the process. Who waits for one is refused, who asks next begins another.
  pool.on('error', (cause: Error) => {
    process.emitWarning(cause);
    pool.cancelPendingTasks();
  });
  return pool;
}

/** The address of a module beside the caller's. */
export function threadFile(caller: string, name: string): string {
  return new URL(`./${name}.${isSource(caller) ? 'ts' : 'js'}`, caller).href;
}

function isSource(caller: string): boolean {
  return caller.endsWith('.ts');
}
