import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const unfinished = /\.(\d+)\.partial$/;

/** The name under which this process writes a file until it is whole. */
export function partialName(path: string): string {
  return `${path}.${process.pid}.partial`;
}

/** Removes the unfinished files that killed imports left in a folder of reports; those of living ones stay. */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const pid = Number(unfinished.exec(name)?.[1] ?? process.pid);
    if (isAlive(pid)) continue;
    await rm(join(folder, name), { force: true });
    // Only an empty folder goes.
    await rmdir(join(folder, dirname(name))).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
