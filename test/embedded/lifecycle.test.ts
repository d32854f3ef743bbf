import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, eventually, hold, pidOf, temporaryFolder } from './support.ts';

const { path: dataDir, remove } = temporaryFolder();
afterAll(remove);

/** The tests below are one life of one data folder, in order. */
describe('the embedded PostgreSQL', () => {
  it('makes a database in an empty folder, and ends with the process that started it', async () => {
    const holder = await hold(dataDir);
    expect(holder.started).toBe('cold');
    expect(holder.connection).toMatchObject({ user: 'tacit', database: 'tacit' });
    await ask(holder.connection, 'create table kept as select 42 as answer');
    await holder.end();
    expect(pidOf(dataDir)).toBeUndefined();
  });

  it('starts again on what is there, set for its work', async () => {
    const holder = await hold(dataDir);
    expect(holder.started).toBe('warm');
    expect(await ask(holder.connection, 'select answer from kept')).toEqual([{ answer: 42 }]);
    const names = ['data_checksums', 'synchronous_commit', 'jit', 'listen_addresses', 'TimeZone', 'fsync'];
    const rows = await ask<{ name: string; setting: string }>(
      holder.connection,
      `select name, setting from pg_settings where name in (${names.map((name) => `'${name}'`).join()})`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      data_checksums: 'on',
      synchronous_commit: 'on',
      jit: 'off',
      listen_addresses: '',
      TimeZone: 'UTC',
      fsync: 'on',
    });
    const [text] = await ask(holder.connection, `select lower('ÉLAN') as lower, 'b' < 'a' as wrong`);
    expect(text).toEqual({ lower: 'élan', wrong: false });
    await holder.end();
  });

  it('joins the database of a process that was killed, and then ends it as its own', async () => {
    const first = await hold(dataDir);
    await first.kill();
    const orphan = pidOf(dataDir);
    expect(await ask(first.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    const second = await hold(dataDir);
    expect(second.started).toBe('adopted');
    expect(pidOf(dataDir)).toBe(orphan);
    await second.end();
    expect(pidOf(dataDir)).toBeUndefined();
  });

  it('lives on while another process uses it; the last one ends it', async () => {
    const server = await hold(dataDir);
    const command = await hold(dataDir);
    expect([server.started, command.started]).toEqual(['warm', 'adopted']);
    await server.end();
    expect(await ask(command.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await command.end();
    expect(pidOf(dataDir)).toBeUndefined();
  });

  it('comes back under the same address when PostgreSQL is killed under a running process', async () => {
    const holder = await hold(dataDir);
    const before = pidOf(dataDir);
    process.kill(before ?? 0, 'SIGKILL');
    const rows = await eventually(() => ask(holder.connection, 'select answer from kept'));
    expect(rows).toEqual([{ answer: 42 }]);
    expect(pidOf(dataDir)).not.toBe(before);
    await eventually(() => expect(holder.said()).toContain('The database is back.'));
    await holder.end();
  });

  it('recovers at the next start when all were killed at once', async () => {
    const holder = await hold(dataDir);
    await ask(holder.connection, 'insert into kept values (43)');
    const pid = pidOf(dataDir) ?? 0;
    await holder.kill();
    process.kill(pid, 'SIGKILL');
    const next = await hold(dataDir);
    expect(next.started).toBe('warm');
    expect(await ask(next.connection, 'select count(*)::int as rows from kept')).toEqual([{ rows: 2 }]);
    await next.end();
  });

  it('starts where the process number that a crash left behind belongs to something else by now', async () => {
    const holder = await hold(dataDir);
    const file = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await holder.end();
    writeFileSync(file, left.replace(/^\d+/, String(process.pid)));
    const next = await hold(dataDir);
    expect(next.started).toBe('warm');
    await next.end();
  });

  it('keeps its socket in a short folder where the path of the data folder is too long for one', async () => {
    const far = temporaryFolder();
    chmodSync(far.path, 0o755);
    const holder = await hold(join(far.path, 'deep-'.repeat(20)));
    expect(holder.connection.host).toMatch(/^\/tmp\/tacit-[0-9a-f]{16}$/);
    expect(await ask(holder.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await holder.end();
    rmSync(holder.connection.host, { recursive: true });
    far.remove();
  });

  it('is made once where two processes start at the same moment', async () => {
    const shared = temporaryFolder();
    const both = await Promise.all([hold(shared.path), hold(shared.path)]);
    expect(both.map(({ started }) => started)).toContain('cold');
    expect(both[0].connection).toEqual(both[1].connection);
    await ask(both[0].connection, 'create table seen as select 1 as one');
    expect(await ask(both[1].connection, 'select one from seen')).toEqual([{ one: 1 }]);
    await Promise.all(both.map((holder) => holder.end()));
    await eventually(() => expect(pidOf(shared.path)).toBeUndefined());
    shared.remove();
  });
});
