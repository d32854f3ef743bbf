import {
  Kysely,
  PostgresDialect,
  type AbortableOperationOptions,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import { stoppable } from '../stoppable.ts';
import type { Tables } from '../tables.ts';
import { isOfTheServer } from './faults.ts';
import type { Replica } from './replica.ts';

/** Only its compiler and adapter are used; connections come from where each statement is sent. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('has no pool of its own')) });

/**
 * The database for one operation whose reads go where `route` says, chosen once, before the first of them: a replica, or
 * for undefined the primary. What a replica fails to answer, for a reason of its own, the primary is asked.
 */
export function routed(
  primary: Kysely<Tables>,
  route: () => Promise<Replica | undefined>,
  signal: AbortSignal,
): Kysely<Tables> {
  const executor = primary.getExecutor().withConnectionProvider(new Routed(primary, route, signal));
  return new Kysely<Tables>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor });
}

class Routed implements ConnectionProvider {
  readonly #primary: Kysely<Tables>;
  readonly #route: () => Promise<Replica | undefined>;
  readonly #signal: AbortSignal;
  #chosen: Promise<Replica | undefined> | undefined;

  constructor(primary: Kysely<Tables>, route: () => Promise<Replica | undefined>, signal: AbortSignal) {
    this.#primary = primary;
    this.#route = route;
    this.#signal = signal;
  }

  async provideConnection<Result>(
    consumer: (connection: DatabaseConnection) => Promise<Result>,
    options?: AbortableOperationOptions,
  ): Promise<Result> {
    const primary = this.#primary.getExecutor();
    const replica = await (this.#chosen ??= this.#route());
    if (!replica?.isUp) return primary.provideConnection(consumer, options);
    let begun = false;
    const onReplica = stoppable(replica.kysely, this.#signal).getExecutor();
    try {
      return await onReplica.provideConnection((connection) => {
        begun = true;
        return consumer(new ReplicaConnection(connection, replica, primary, this.#signal));
      }, options);
    } catch (error) {
      if (begun || this.#signal.aborted) throw error;
      replica.leave(error);
      return primary.provideConnection(consumer, options);
    }
  }
}

class ReplicaConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #replica: Replica;
  readonly #primary: ConnectionProvider;
  readonly #signal: AbortSignal;

  constructor(
    connection: DatabaseConnection,
    replica: Replica,
    primary: ConnectionProvider,
    signal: AbortSignal,
  ) {
    this.#connection = connection;
    this.#replica = replica;
    this.#primary = primary;
    this.#signal = signal;
  }

  async executeQuery<Row>(
    query: CompiledQuery,
    options?: AbortableOperationOptions,
  ): Promise<QueryResult<Row>> {
    try {
      return await this.#connection.executeQuery<Row>(query, options);
    } catch (error) {
      const fault = this.#signal.aborted ? undefined : isOfTheServer(error);
      if (fault === undefined) throw error;
      if (fault === 'GONE') this.#replica.leave(error);
      return this.#primary.provideConnection((connection) => connection.executeQuery<Row>(query, options));
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
