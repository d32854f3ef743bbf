import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { findBinaries, programOf, type Binaries } from '../../server/database/embedded/binaries.ts';
import { copyBinaries } from '../../server/database/embedded/copy-binaries.ts';
import { ask, asRoot, hold, nobody, nobodyReadsUs, pidOf, temporaryFolder } from './support.ts';

let folder: string;

beforeEach(() => {
  const temporary = temporaryFolder();
  folder = temporary.path;
  chmodSync(folder, 0o755);
  onTestFinished(temporary.remove);
});

function ownerOfProcess(pid: number | undefined): number {
  return statSync(`/proc/${pid}`).uid;
}

describe.runIf(asRoot)('started by root, the embedded PostgreSQL', () => {
  it('runs as an account of its own, which alone can read its folder', async () => {
    const holder = await hold(folder);
    const { uid, mode } = statSync(holder.folder);
    expect(uid).not.toBe(0);
    expect(mode & 0o777).toBe(0o700);
    if (existsSync('/proc/self')) expect(ownerOfProcess(pidOf(folder))).toBe(uid);
    await holder.end();
  });

  it('runs as the owner of the place, who can then start it without root', async () => {
    chownSync(folder, nobody.uid, nobody.gid);
    const dataDir = join(folder, '.data');
    const first = await hold(dataDir);
    expect(statSync(dataDir).uid).toBe(nobody.uid);
    expect(statSync(first.folder).uid).toBe(nobody.uid);
    await first.end();
    if (!nobodyReadsUs) return;
    const second = await hold(dataDir, { account: nobody });
    expect(second.started).toBe('warm');
    await second.end();
  });

  it('goes where its account can enter when the data folder is under a closed one, and says where', async () => {
    const closed = join(folder, 'root');
    const open = join(folder, 'shared');
    mkdirSync(closed, { mode: 0o700 });
    const dataDir = join(closed, 'tacit', '.data');
    const first = await hold(dataDir, { fallbacks: [open] });
    expect(first.folder.startsWith(`${open}/database-`)).toBe(true);
    expect(first.said()).toContain(`The database is in ${first.folder}`);
    expect(readdirSync(dataDir)).toEqual([]);
    await ask(first.connection, 'create table kept (answer int)');
    await first.end();
    const second = await hold(dataDir, { fallbacks: [open] });
    expect([second.started, second.folder]).toEqual(['warm', first.folder]);
    await second.end();
  });

  it('gives its account a copy of the programs where it cannot enter the clone', async () => {
    const shared = join(folder, 'shared');
    const copy = await copyBinaries(await findBinaries(), nobody, ['/proc/nowhere', shared]);
    expect(copy?.folder.startsWith(shared)).toBe(true);
    const { stdout } = spawnSync(programOf(copy as Binaries, 'postgres'), ['--version'], {
      ...nobody,
      cwd: '/',
    });
    expect(String(stdout)).toContain(`PostgreSQL) ${copy?.major}.`);
  });

  it('says what to do when there is no such place', async () => {
    const closed = join(folder, 'root');
    mkdirSync(closed, { mode: 0o700 });
    await expect(hold(join(closed, '.data'), { fallbacks: [closed] })).rejects.toThrow(
      /does not run as root.*Start as an ordinary user.*DATA_DIR=/s,
    );
  });

  it.runIf(nobodyReadsUs)('works the same for an ordinary user', async () => {
    chownSync(folder, nobody.uid, nobody.gid);
    const holder = await hold(join(folder, '.data'), { account: nobody });
    expect(holder.started).toBe('cold');
    expect(statSync(holder.folder).mode & 0o777).toBe(0o700);
    await holder.end();
  });
});
