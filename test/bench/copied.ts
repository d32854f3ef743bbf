import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A copy of a data folder, so that it stays as it is; with its owner, since PostgreSQL does not run as root. */
export async function copied(data: string): Promise<string> {
  const copy = await mkdtemp(`${data}-copy-`);
  await promisify(execFile)('cp', ['-a', '--reflink=auto', '--', `${data}/.`, copy]);
  return copy;
}
