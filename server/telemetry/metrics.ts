import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';
import { heldByCaches, mostBytesOf } from '../signals/caches.ts';

/** What a process is: counted once, however many apps a test opens in it. */
const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess });

/** Seconds, from an answer that was in memory to an operation's longest time. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/**
 * All that is counted. Each label has few values: routes, statuses, error codes, caches, and of operations only our
 * own documents' names, so that nobody can fill the memory with names of his own.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #common = { registers: [this.#registry] };

  readonly requests = new Counter({
    ...this.#common,
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'] as const,
  });

  readonly requestSeconds = new Histogram({
    ...this.#common,
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route'] as const,
    buckets,
  });

  readonly operationSeconds = new Histogram({
    ...this.#common,
    name: 'graphql_operation_duration_seconds',
    help: 'Time that operations took: our own documents by name, all others as "other".',
    labelNames: ['operation'] as const,
    buckets,
  });

  readonly points = new Counter({
    ...this.#common,
    name: 'graphql_cost_points_total',
    help: 'Points of query cost: what operations might have taken (requested), and what they took (actual).',
    labelNames: ['operation', 'counted'] as const,
  });

  readonly errors = new Counter({
    ...this.#common,
    name: 'errors_told_total',
    help: 'Errors that callers were told, by code: RATE_LIMITED and QUERY_TOO_COMPLEX are what was refused.',
    labelNames: ['code'] as const,
  });

  readonly statementSeconds = new Histogram({
    ...this.#common,
    name: 'sql_statement_duration_seconds',
    help: 'Time until PostgreSQL had answered a statement, by the operation that sent it; "none" outside of one.',
    labelNames: ['operation'] as const,
    buckets,
  });

  readonly failedStatements = new Counter({
    ...this.#common,
    name: 'sql_statements_failed_total',
    help: 'Statements that PostgreSQL refused or that were cancelled.',
  });

  readonly cacheRequests = new Counter({
    ...this.#common,
    name: 'cache_requests_total',
    help: 'Questions to caches, and whether they knew.',
    labelNames: ['cache', 'result'] as const,
  });

  readonly heldByCaches = new Gauge({
    ...this.#common,
    name: 'cache_held_bytes',
    help: 'What caches hold, about.',
    labelNames: ['cache'] as const,
    collect() {
      for (const [cache, bytes] of heldByCaches()) this.set({ cache }, bytes);
    },
  });

  readonly mostOfCaches = new Gauge({
    ...this.#common,
    name: 'cache_most_bytes',
    help: 'What caches may hold.',
    labelNames: ['cache'] as const,
    collect() {
      for (const [cache, bytes] of Object.entries(mostBytesOf)) this.set({ cache }, bytes);
    },
  });

  /** Tells of a pool's connections when it is asked. */
  watchPool(pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>): void {
    new Gauge({
      ...this.#common,
      name: 'sql_pool_connections',
      help: 'Connections to PostgreSQL: busy, idle, and how many statements wait for one.',
      labelNames: ['state'] as const,
      collect() {
        this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
  }

  readonly contentType = this.#registry.contentType;

  /** All of it, as Prometheus reads it. */
  async text(): Promise<string> {
    return `${await ofProcess.metrics()}${await this.#registry.metrics()}`;
  }
}
