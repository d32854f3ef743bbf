import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { idsOf } from '../../server/database/embedded/account.ts';
import { findBinaries, programOf } from '../../server/database/embedded/binaries.ts';
import { createCluster, userName } from '../../server/database/embedded/cluster.ts';
import { homeIn, type Home } from '../../server/database/embedded/home.ts';
import { settle } from '../../server/database/embedded/settle.ts';
import { temporaryFolder } from '../embedded/support.ts';

/** One PostgreSQL of a pair, which a test starts, stops and kills as it likes. */
export interface Node {
  url: string;
  ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  start(): Promise<void>;
  /** Ends it like a crash of the machine. */
  crash(): Promise<void>;
  /** Stops it where it stands, or lets it go on: it takes connections and answers nothing. */
  freeze(frozen: boolean): void;
}

export interface Pair {
  primary: Node;
  replica: Node;
  remove(): Promise<void>;
}

const lean = ['shared_buffers=64MB', 'max_connections=40', 'fsync=off', 'listen_addresses=', 'timezone=UTC'];

/**
 * A primary and a streaming replica of it, from the embedded binaries alone: these bring no pg_basebackup, so the copy is
 * taken with PostgreSQL's low-level functions while `prepare`d rows are in it.
 */
export async function openPair(prepare: (url: string) => Promise<unknown>): Promise<Pair> {
  const { path, remove } = temporaryFolder();
  const home = await settle(path, await findBinaries(), () => undefined);
  await createCluster(home);
  const primary = nodeOf(home, ['wal_level=replica', 'max_wal_senders=4', 'wal_keep_size=256MB']);
  await primary.start();
  await createDatabase(primary);
  await prepare(primary.url);
  const second = homeIn(`${home.folder}-replica`, home.binaries, home.account);
  mkdirSync(second.folder, { mode: 0o700 });
  if (home.account) chownSync(second.folder, home.account.uid, home.account.gid);
  await copyCluster(primary, home, second);
  const replica = nodeOf(second, [
    'hot_standby=on',
    `primary_conninfo=host=${home.folder} port=5432 user=${userName}`,
    'wal_retrieve_retry_interval=100ms',
  ]);
  await replica.start();
  return {
    primary,
    replica,
    remove: async () => {
      await replica.crash();
      await primary.crash();
      remove();
    },
  };
}

function nodeOf(home: Home, settings: string[]): Node {
  let child: ChildProcess | undefined;
  const url = `postgresql://${userName}@localhost:5432/${userName}?host=${encodeURIComponent(home.folder)}`;
  const flags = [...lean, ...settings, `unix_socket_directories=${home.folder}`].flatMap((one) => [
    '-c',
    one,
  ]);
  const node: Node = {
    url,
    ask: (sql) => ask(url, sql),
    start: async () => {
      child = spawn(programOf(home.binaries, 'postgres'), ['-D', home.cluster, ...flags], {
        cwd: home.folder,
        stdio: 'ignore',
        env: { LC_ALL: 'C' },
        ...idsOf(home.account),
      });
      await answers(url.replace(/\/tacit\?/, '/postgres?'));
    },
    crash: async () => {
      if (child === undefined || child.exitCode !== null) return;
      const ended = once(child, 'exit');
      node.freeze(false);
      child.kill('SIGQUIT');
      await ended;
    },
    freeze: (frozen) => {
      // Each connection has a process of its own; all of them are children of this one.
      const pid = child!.pid!;
      const children = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout.split('\n');
      for (const one of [String(pid), ...children.filter(Boolean)])
        spawnSync('kill', [frozen ? '-STOP' : '-CONT', one]);
    },
  };
  return node;
}

async function copyCluster(primary: Node, from: Home, to: Home): Promise<void> {
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  try {
    await client.query(`select pg_backup_start('replica', true)`);
    const copied = spawnSync('cp', ['-a', from.cluster, to.cluster], idsOf(from.account));
    if (copied.status !== 0) throw new Error(String(copied.stderr));
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    const write = (name: string, text: string) => {
      writeFileSync(join(to.cluster, name), text);
      if (to.account) chownSync(join(to.cluster, name), to.account.uid, to.account.gid);
    };
    spawnSync('rm', [join(to.cluster, 'postmaster.pid'), join(to.cluster, 'postmaster.opts')]);
    write('backup_label', rows[0]!.labelfile);
    write('standby.signal', '');
    if (!readFileSync(join(to.cluster, 'PG_VERSION'), 'utf8')) throw new Error('the copy is not whole');
  } finally {
    await client.end();
  }
}

async function createDatabase({ url }: Node): Promise<void> {
  await ask(url.replace(/\/tacit\?/, '/postgres?'), `create database ${userName}`);
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await ask(url, 'select 1');
      return;
    } catch (error) {
      if (tries > 600) throw error;
      await wait(25);
    }
  }
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
