import {
  Kysely,
  PostgresDialect,
  type AbortableOperationOptions,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import type { Tables } from './tables.ts';
import { Turns } from './turns.ts';

/** Only its compiler and adapter are used; connections come from the pool of the Kysely that is given. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('has no pool of its own')) });

/**
 * The same database for one operation. Once its signal fires no statement begins, one that waits for a connection
 * gives up, and one under way is cancelled in the database; each then rejects with the signal's reason. It takes few of the
 * pool's connections at a time, however much it asks: others would wait behind all of it.
 */
export function stoppable(kysely: Kysely<Tables>, signal: AbortSignal): Kysely<Tables> {
  const shared = kysely.getExecutor();
  const executor = shared.withConnectionProvider(new StoppableConnections(shared, signal));
  return new Kysely<Tables>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor });
}

/** Connections that one operation has at a time: of the pool's ten, so that whoever asks little finds one free. */
const mostAtATime = 3;

/** A database that answers has cancelled a statement by then; one that is gone without a word never does. */
const cancelWithin = 500;

class StoppableConnections implements ConnectionProvider {
  readonly #shared: ConnectionProvider;
  readonly #signal: AbortSignal;
  readonly #turns = new Turns(mostAtATime);

  constructor(shared: ConnectionProvider, signal: AbortSignal) {
    this.#shared = shared;
    this.#signal = signal;
  }

  async provideConnection<Result>(
    consumer: (connection: DatabaseConnection) => Promise<Result>,
    options?: AbortableOperationOptions,
  ): Promise<Result> {
    const signal = this.#signal;
    signal.throwIfAborted();
    let begun = false;
    const result = this.#turns.take(async () => {
      signal.throwIfAborted();
      return this.#shared.provideConnection(async (connection) => {
        signal.throwIfAborted();
        begun = true;
        return consumer(new StoppableConnection(connection, signal, this.#shared));
      }, options);
    });
    // What waits for a connection leaves the queue when its turn comes, and a statement that even cancelling does not end
    // keeps its connection till it does; nobody waits for either.
    return new Promise<Result>((resolve, fail) => {
      const leave = (): void => {
        setTimeout(() => fail(signal.reason as Error), begun ? cancelWithin : 0).unref();
      };
      signal.addEventListener('abort', leave, { once: true });
      result.then(resolve, fail).finally(() => signal.removeEventListener('abort', leave));
    });
  }
}

class StoppableConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #signal: AbortSignal;
  readonly #shared: ConnectionProvider;

  constructor(connection: DatabaseConnection, signal: AbortSignal, shared: ConnectionProvider) {
    this.#connection = connection;
    this.#signal = signal;
    this.#shared = shared;
  }

  async executeQuery<Row>(
    query: CompiledQuery,
    options?: AbortableOperationOptions,
  ): Promise<QueryResult<Row>> {
    const signal = this.#signal;
    const connection = this.#connection;
    // Rolling back what was stopped is the one thing that still has to happen.
    if (!isRollback(query)) signal.throwIfAborted();
    await connection.collectSessionInfo?.();
    let cancelled: Promise<unknown> | undefined;
    const cancel = (): void => {
      const control = this.#shared.provideConnection.bind(this.#shared);
      cancelled = connection.cancelQuery?.(control).catch(() => undefined);
    };
    if (!isRollback(query)) signal.addEventListener('abort', cancel, { once: true });
    try {
      return await connection.executeQuery<Row>(query, options);
    } catch (error) {
      throw cancelled && isCancellation(error) ? signal.reason : error;
    } finally {
      signal.removeEventListener('abort', cancel);
      // Given back earlier, the connection's next statement could be the one that is cancelled.
      await cancelled;
    }
  }

  streamQuery<Row>(
    query: CompiledQuery,
    chunkSize: number,
    options?: AbortableOperationOptions,
  ): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunkSize, options);
  }
}

function isRollback({ sql }: CompiledQuery): boolean {
  return sql === 'rollback';
}

function isCancellation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}
