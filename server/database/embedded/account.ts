import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whom PostgreSQL runs as, where that is not whoever started us: it refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** True where PostgreSQL has to be given to another account. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Whom root may hand the database to, best first: the owner of the place, so that whoever owns a clone can
 * start it with sudo and without; then the account of PostgreSQL; then nobody.
 */
export function accountsFor(folder: string): Account[] {
  return [ownerOf(folder), accountNamed('postgres'), accountNamed('nobody')].filter(
    (account) => account !== undefined,
  );
}

/** The owner of a folder or of its nearest parent that exists, unless that is root. */
export function ownerOf(folder: string): Account | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) return ownerOf(dirname(folder));
  return stats.uid === 0 ? undefined : { uid: stats.uid, gid: stats.gid, name: `user ${stats.uid}` };
}

/** Whether an account (undefined: ourselves) may write in a folder and run a program. */
export function accessOf(
  account: Account | undefined,
  folder: string,
  program: string,
): { writes: boolean; runs: boolean } {
  const script = '[ -w "$1" ] && [ -x "$1" ] && echo writes; [ -x "$2" ] && echo runs; true';
  const { stdout } = spawnSync('/bin/sh', ['-c', script, 'sh', folder, program], {
    encoding: 'utf8',
    cwd: '/',
    ...idsOf(account),
  });
  const words = (stdout ?? '').split('\n');
  return { writes: words.includes('writes'), runs: words.includes('runs') };
}

/** The part of spawn's options that makes a process run as the account. */
export function idsOf(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function accountNamed(name: string): Account | undefined {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g'), name };
  } catch {
    return undefined;
  }
}
