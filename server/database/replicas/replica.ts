import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Tables } from '../tables.ts';
import { typeParsers } from '../type-parsers.ts';
import { WatchedClient, WatchedPool } from '../watched-client.ts';
import { reaches, type Standing } from './standing.ts';

export interface ReplicaOptions {
  poolSize?: number;
  /** Told of every statement, for tests that count them. */
  onStatement?: (sql: string) => void;
  /** Told when it is left and when it is back. */
  report?: (line: string) => void;
}

/** An answer that takes longer than this is none: a replica that hangs is left like one that is gone. */
const patience = 1000;
/** How long one that lagged is not asked again whether it has caught up. */
const lagPause = 20;

/** One copy of the database that only reads are sent to. */
export class Replica {
  readonly kysely: Kysely<Tables>;
  readonly #pool: pg.Pool;
  readonly #clients = new Set<pg.PoolClient>();
  readonly #name: string;
  readonly #report: (line: string) => void;
  #up = false;
  #reached = '';
  #laggedAt = -Infinity;

  constructor(url: string, { poolSize = 10, onStatement, report = () => undefined }: ReplicaOptions = {}) {
    this.#report = report;
    this.#name = new URL(url).host || new URL(url).searchParams.get('host') || 'a replica';
    this.#pool = new WatchedPool({
      connectionString: url,
      Client: WatchedClient,
      max: poolSize,
      types: typeParsers(),
      connectionTimeoutMillis: patience,
      application_name: 'tacit',
      // Whatever the address leads to, nothing is written there.
      options: '-c default_transaction_read_only=on',
    });
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => {
      this.#clients.add(client as pg.PoolClient);
      // The pool listens while it is idle; unheard while it is lent, the loss of it would end the process.
      client.on('error', () => undefined);
    });
    this.#pool.on('remove', (client) => this.#clients.delete(client as pg.PoolClient));
    this.kysely = new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: this.#pool }),
      log: (event) => {
        if (event.level === 'query') onStatement?.(event.query.sql);
      },
    });
  }

  /** For what is sent under a name of its own, which Kysely does not do. */
  get pool(): pg.Pool {
    return this.#pool;
  }

  get isUp(): boolean {
    return this.#up;
  }

  /** Whether all that the primary was seen to have is here. Once reached stays reached; one that lags is asked seldom. */
  async hasReached(standing: readonly Standing[]): Promise<boolean> {
    const wanted = JSON.stringify(standing);
    if (wanted === this.#reached) return true;
    if (performance.now() - this.#laggedAt < lagPause) return false;
    try {
      if (!reaches(await this.#standing(), standing)) {
        this.#laggedAt = performance.now();
        return false;
      }
      this.#reached = wanted;
      return true;
    } catch (error) {
      this.leave(error);
      return false;
    }
  }

  /** Looks whether it answers; a dead one comes back so, and one that hangs is found out. */
  async check(): Promise<void> {
    try {
      await this.#standing();
      if (!this.#up) this.#report(`Reads go to the replica ${this.#name}.`);
      this.#up = true;
    } catch (error) {
      this.leave(error);
    }
  }

  /** Sends nothing there until it answers again; what waits for it now is told at once, and goes elsewhere. */
  leave(error: unknown): void {
    if (this.#up) this.#report(`The replica ${this.#name} is left: ${wordsOf(error)}.`);
    this.#up = false;
    for (const client of this.#clients) connectionOf(client)?.stream.destroy();
  }

  async close(): Promise<void> {
    this.#up = false;
    if (!this.#pool.ended) await this.#pool.end();
  }

  /** Through the pool, so that one whose connections are all stuck does not seem to answer. */
  async #standing(): Promise<Standing[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, fail) => {
      timer = setTimeout(() => fail(new Error(`it has not answered for ${patience} ms`)), patience);
    });
    try {
      const asked = this.#pool.query<Standing>(
        'select id, slug, version, alterations, retired_at is not null as retired from dataset',
      );
      return (await Promise.race([asked, late])).rows;
    } finally {
      clearTimeout(timer);
    }
  }
}

function wordsOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}

/** What pg keeps of the socket; it has no gentler way to give up a connection that does not answer. */
function connectionOf(client: pg.PoolClient): { stream: { destroy(): void } } | undefined {
  return (client as unknown as { connection?: { stream: { destroy(): void } } }).connection;
}
