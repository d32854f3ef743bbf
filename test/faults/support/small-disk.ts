import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk that can be filled. */
export interface SmallDisk {
  path: string;
  /** How it is small, for whoever reads the report. */
  by: string;
  /** Leaves so many bytes free to whoever writes, among them the server process of that number. */
  leave(bytes: number, postgres: number): void;
  free(postgres: number): void;
  remove(): void;
}

const megabyte = 1024 ** 2;

/**
 * Where root may mount, a disk in memory, and a file that takes all its room; elsewhere on Linux a limit on how large a
 * file of PostgreSQL may become, which it meets as a disk that takes no more. Undefined where there is neither.
 */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux') return undefined;
  const path = mkdtempSync(join(tmpdir(), 'tacit-disk-'));
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs', path], {
      stdio: 'ignore',
    });
  } catch {
    return { path, by: 'the largest size of a file', leave: limitFiles, free: unlimitFiles, remove };
  }
  const ballast = join(path, 'ballast');
  const free = (): void => rmSync(ballast, { force: true });
  return {
    path,
    by: 'a disk in memory',
    leave: (bytes) => {
      free();
      const { bavail, bsize } = statfsSync(path);
      fill(ballast, bavail * bsize - bytes);
    },
    free,
    remove: () => {
      execFileSync('umount', ['--lazy', path]);
      remove();
    },
  };
}

function fill(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  const zeros = Buffer.alloc(megabyte);
  for (let left = bytes; left > 0; left -= megabyte) writeSync(file, zeros, 0, Math.min(left, megabyte));
  closeSync(file);
}

/** Connections made from now on may write no file that is larger; a segment of the log takes 16 MB. */
function limitFiles(bytes: number, postgres: number): void {
  limit(postgres, String(Math.max(bytes, 17 * megabyte)));
}

function unlimitFiles(postgres: number): void {
  limit(postgres, 'unlimited');
}

function limit(pid: number, size: string): void {
  const { uid, gid } = statSync(`/proc/${pid}`);
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`], { uid, gid, stdio: 'ignore' });
}
