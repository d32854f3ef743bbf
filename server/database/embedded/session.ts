import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StartFailure } from '../../errors/start-failure.ts';
import { createCluster, hasCluster, userName } from './cluster.ts';
import type { Home } from './home.ts';
import { passwordOf } from './password.ts';
import { launch } from './postmaster.ts';
import { isAlive, readPostmaster, type Postmaster } from './postmaster-file.ts';

/** What it took: a new data folder, a start on an old one, or nothing, because one was running. */
export type Started = 'cold' | 'warm' | 'adopted';

/** What a client of the embedded database connects with. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
}

export interface Session {
  /** Holds the shared lock for as long as it is open. */
  client: pg.Client;
  connection: Connection;
  started: Started;
}

/** Whoever uses the embedded database holds this lock, shared; whoever gets it alone may stop the database. */
const usersLock = 7_402_117;

const patience = 120_000;

/** Connects to the database of a home; starts it when it does not run, makes it when there is none. */
export async function openSession(home: Home): Promise<Session> {
  const isNew = !hasCluster(home);
  if (isNew) await createCluster(home);
  let started: Started = 'adopted';
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(home.cluster);
    if (postmaster && isAlive(postmaster)) {
      const connection = connectionTo(home, postmaster);
      const client = await join(connection);
      if (client) return { client, connection, started };
    } else if (await launch(home)) {
      started = isNew ? 'cold' : 'warm';
      continue;
    }
    await wait(50);
  }
  throw new StartFailure(
    `PostgreSQL on ${home.cluster} runs but does not answer; its log is ${home.log}. Wait until it has ` +
      'recovered, or end its process, and start again.',
  );
}

/** Gives up the share of the lock; true when nobody else holds one, and the caller may stop the database. */
export async function leave(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [usersLock]);
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
    usersLock,
  ]);
  return rows[0]?.alone ?? false;
}

/** Connects and takes a share of the lock; undefined where the database is starting, ending, or just ended. */
async function join(connection: Connection): Promise<pg.Client | undefined> {
  try {
    const client = await connect(connection);
    await client.query('select pg_advisory_lock_shared($1)', [usersLock]);
    return client;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '3D000') return createDatabase(connection);
    if (isPassing(code, message)) return undefined;
    throw new StartFailure(`The embedded PostgreSQL refuses the connection: ${message}`);
  }
}

async function createDatabase(connection: Connection): Promise<undefined> {
  const client = await connect({ ...connection, database: 'postgres' });
  try {
    await client.query(`create database ${connection.database}`);
  } catch (error) {
    // Another start made it first.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

async function connect(connection: Connection): Promise<pg.Client> {
  const client = new pg.Client({
    ...connection,
    ssl: false,
    application_name: 'tacit keeper',
    connectionTimeoutMillis: 5000,
  });
  // The caller listens for the end; an error that nobody hears would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** 57P0x: starting, stopping, or being cut off; 53300: all connections taken; the rest: the socket is not there. */
function isPassing(code: string | undefined, message: string): boolean {
  if (code?.startsWith('57P') || code === '53300') return true;
  if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code ?? '')) return true;
  return /terminated unexpectedly|timeout/i.test(message);
}

function connectionTo(home: Home, { host, port }: Postmaster): Connection {
  const password = passwordOf(home);
  return { host, port, user: userName, database: userName, ...(password ? { password } : {}) };
}
