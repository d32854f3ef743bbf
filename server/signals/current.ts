import { AsyncLocalStorage } from 'node:async_hooks';

/** What is under way: one request, or one operation within it. */
export interface Current {
  /** The id that its answer carries; null outside of any request. */
  readonly requestId: string | null;
  /** What it is part of: an operation's request. */
  readonly within: Current | null;
  /** How the operation is called where it is one of our own; `other` for everybody else's, so that names stay few. */
  operation: string | null;
}

const store = new AsyncLocalStorage<Current>();

/** What the code that asks is run for; undefined at start and in work of nobody's. */
export function current(): Current | undefined {
  return store.getStore();
}

/** Runs what belongs to a request. */
export function inRequest<T>(requestId: string, run: () => T): T {
  return store.run({ requestId, within: null, operation: null }, run);
}

/** Runs one operation, of which a request may hold several at a time. */
export function inOperation<T>(run: () => T): T {
  const within = store.getStore() ?? null;
  return store.run({ requestId: within?.requestId ?? null, within, operation: null }, run);
}
