import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: the same from the sources (server/) and from what is built (.build/server/). */
export const projectRoot = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}.`);
  return findRoot(parent);
}

/** An absolute path of something in the project. */
export function projectPath(...parts: string[]): string {
  return join(projectRoot, ...parts);
}
