import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const idName = 'place.id';
const ours = [idName, 'address.key'];

/** The id of a folder, whichever process or machine sees it: made when it is first asked for. */
export async function placeOf(folder: string): Promise<string> {
  const path = join(folder, idName);
  await mkdir(folder, { recursive: true });
  await writeFile(path, `${randomUUID()}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return (await readFile(path, 'utf8')).trim();
}

/** Removes the files of a folder that belong to none of these jobs. */
export async function removeOrphans(folder: string, jobs: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const orphans = names.filter((name) => !ours.includes(name) && !jobs.has(name.slice(0, name.indexOf('.'))));
  await Promise.all(orphans.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** Removes what an attempt that broke off left of a job. */
export async function removeFilesOf(folder: string, job: string): Promise<void> {
  const names = await readdir(folder);
  const left = names.filter((name) => name.startsWith(`${job}.`));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
