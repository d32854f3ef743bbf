import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What postmaster.pid tells of the PostgreSQL that runs, or ran, on a data folder. */
export interface Postmaster {
  pid: number;
  /** The data folder as its own command line names it. */
  cluster: string;
  port: number;
  /** A socket folder, or the address it listens on. */
  host: string;
  status: string;
}

/** Reads postmaster.pid; undefined where there is none, or none that is complete yet. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, folder, , port, socketFolder, address, , status] = lines.map((line) => line.trim());
  if (!pid || !folder || !port) return undefined;
  return {
    pid: Number(pid),
    cluster: folder,
    port: Number(port),
    host: socketFolder || address || '127.0.0.1',
    status: status ?? '',
  };
}

/** True while postmaster.pid is there: PostgreSQL removes it as its last act. */
export function hasPostmasterFile(cluster: string): boolean {
  return existsSync(pidFile(cluster));
}

/**
 * True where the process of postmaster.pid runs and is the PostgreSQL that wrote it. After a crash of the machine
 * or a new container the number may belong to anyone, and PostgreSQL itself would then refuse to start.
 */
export function isAlive({ pid, cluster }: Postmaster): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const command = commandOf(pid);
  return command === undefined || command.includes(cluster);
}

/** Removes a postmaster.pid whose process is seen to be something else. */
export function removeStaleFile(cluster: string): void {
  const left = readPostmaster(cluster);
  if (left && !isAlive(left)) rmSync(pidFile(cluster), { force: true });
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** The command line of a process; undefined where this machine does not tell. */
function commandOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return undefined;
    }
  }
  const { status, stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout : undefined;
}
