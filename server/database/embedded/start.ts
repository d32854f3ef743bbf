import { setTimeout as wait } from 'node:timers/promises';
import { resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import type { Home } from './home.ts';
import { shutDown } from './postmaster.ts';
import { leave, openSession, type Connection, type Session, type Started } from './session.ts';
import { settle } from './settle.ts';

export interface EmbeddedOptions {
  /** The database lives in its folder `postgres`. */
  dataDir: string;
  /** Told what whoever started us should know, a line at a time. */
  report: (line: string) => void;
  /** Where root may keep the database instead; the machine's usual places when not given. */
  fallbacks?: string[];
}

export interface EmbeddedPostgres {
  connection: Connection;
  started: Started;
  /** The folder that holds the database and its log. */
  folder: string;
  /** Ends the database, unless another process of Tacit still uses it. */
  stop(): Promise<void>;
}

const stopWithin = 3000;
const longestPause = 5000;

/** Starts the embedded PostgreSQL of a data folder, or joins it where it runs, and keeps it running. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, report, fallbacks } = options;
  const home = await settle(resolve(dataDir), await findBinaries(), report, fallbacks);
  const keeper = new Keeper(home, report);
  const { connection, started } = await keeper.open();
  return { connection, started, folder: home.folder, stop: () => keeper.close() };
}

/** Holds one connection for as long as this process needs the database, and brings it back when it breaks. */
class Keeper {
  private session: Session | undefined;
  private reopening: Promise<void> | undefined;
  private closing = false;
  private readonly home: Home;
  private readonly report: (line: string) => void;

  constructor(home: Home, report: (line: string) => void) {
    this.home = home;
    this.report = report;
  }

  async open(): Promise<Session> {
    const session = await openSession(this.home);
    this.session = session;
    session.client.once('end', () => {
      this.session = undefined;
      if (!this.closing) this.reopening = this.reopen();
    });
    return session;
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.race([this.reopening, wait(stopWithin, undefined, { ref: false })]);
    const client = this.session?.client;
    if (!client) return;
    const alone = await leave(client).catch(() => false);
    if (alone && !(await shutDown(this.home, stopWithin))) {
      this.report('PostgreSQL is still writing to its disk; it ends by itself.');
    }
    await client.end().catch(() => undefined);
  }

  /** The database went away under us (killed, out of memory): it is started again, with pauses that grow. */
  private async reopen(): Promise<void> {
    this.report('The database went away; starting it again.');
    for (let pause = 100; !this.closing; pause = Math.min(pause * 2, longestPause)) {
      try {
        await this.open();
        this.report('The database is back.');
        return;
      } catch (error) {
        this.report(
          `The database does not come back: ${error instanceof Error ? error.message : String(error)}`,
        );
        await wait(pause, undefined, { ref: false });
      }
    }
  }
}
