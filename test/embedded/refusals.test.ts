import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { asRoot, hold, temporaryFolder } from './support.ts';

let dataDir: string;

beforeEach(() => {
  const folder = temporaryFolder();
  dataDir = folder.path;
  onTestFinished(folder.remove);
});

/** Puts files where the database would be. */
function occupy(files: Record<string, string>): string {
  const cluster = join(dataDir, 'postgres', 'data');
  mkdirSync(cluster, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cluster, name), text);
  return cluster;
}

describe('the embedded PostgreSQL refuses, and touches nothing,', () => {
  it('the data folder of another major version', async () => {
    const cluster = occupy({ PG_VERSION: '17\n', 'postgresql.conf': '' });
    await expect(hold(dataDir)).rejects.toThrow(
      /made by PostgreSQL 17.*Nothing was touched.*npm run backup.*npm run restore.*DATA_DIR=/s,
    );
    expect(readdirSync(cluster).sort()).toEqual(['PG_VERSION', 'postgresql.conf']);
    expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['data']);
  });

  it('a folder that holds something else', async () => {
    const cluster = occupy({ 'thesis.txt': 'years of work' });
    await expect(hold(dataDir)).rejects.toThrow(/not a PostgreSQL database\. Nothing was touched/);
    expect(readdirSync(cluster)).toEqual(['thesis.txt']);
  });

  it('a data folder that is a file', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    await expect(hold(file, { fallbacks: [file] })).rejects.toThrow(
      /cannot be kept in .*a file is in the way/,
    );
  });
});

describe('on a disk that cannot take it, the embedded PostgreSQL says so and leaves nothing half made:', () => {
  /** Mounts a small disk on the data folder; false where this machine does not let us. */
  function mount(options: string): boolean {
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `mode=755,${options}`, 'tmpfs', dataDir]);
    if (status === 0) onTestFinished(() => void spawnSync('umount', ['-l', dataDir]));
    return status === 0;
  }

  it('one that is full', async (context) => {
    if (!asRoot || !mount('size=30m')) return context.skip('needs to mount a disk');
    await expect(hold(dataDir)).rejects.toThrow(
      /The disk of .* is full: \d+ MB are free and the database needs/,
    );
    expect(leftIn(dataDir)).toEqual([]);
  });

  it('one that fills up half way', async (context) => {
    if (!asRoot || !mount('size=400m,nr_inodes=300')) return context.skip('needs to mount a disk');
    await expect(hold(dataDir)).rejects.toThrow(/the disk is full.*DATA_DIR=/s);
    expect(leftIn(dataDir)).toEqual([]);
  });

  it('one that is read-only', async (context) => {
    if (!asRoot || !mount('size=1m,ro')) return context.skip('needs to mount a disk');
    await expect(hold(dataDir, { fallbacks: [dataDir] })).rejects.toThrow(/the disk is read-only/);
  });

  it('a folder that this user may not write in', async (context) => {
    if (asRoot) return context.skip('root may write everywhere');
    chmodSync(dataDir, 0o555);
    await expect(hold(dataDir)).rejects.toThrow(/this user may not write there.*DATA_DIR=/s);
    expect(leftIn(dataDir)).toEqual([]);
  });
});

describe('when PostgreSQL itself fails, the embedded PostgreSQL', () => {
  it('repeats its last words and names its log', async () => {
    const first = await hold(dataDir);
    await first.end();
    writeFileSync(join(dataDir, 'postgres', 'data', 'postgresql.auto.conf'), "no_such_setting = 'x'\n");
    await expect(hold(dataDir)).rejects.toThrow(/does not start.*no_such_setting.*postgres\.log/s);
  });
});

/** What is left of a database that could not be made. */
function leftIn(folder: string): string[] {
  const home = join(folder, 'postgres');
  return existsSync(home) ? readdirSync(home) : [];
}
