import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { run } from './run.ts';
import { readStamps, writeStamps } from './stamps.ts';

// Runs before anything is compiled, by Node itself: imports nothing but its own folder and Node's library.

export const root = dirname(dirname(import.meta.dirname));
const bin = (name: string): string => join(root, 'node_modules', ...name.split('/'));

/** What is built, from what, and how. Types are checked by `npm run check`, not on the way to a start. */
const parts = [
  {
    name: 'server',
    sources: ['server', 'tsconfig.json', 'package-lock.json'],
    result: '.build/server/main.js',
    command: [bin('@typescript/native/bin/tsc'), '-p', 'tsconfig.json', '--noCheck'],
  },
  {
    name: 'web',
    sources: [
      'schema.graphql',
      'web/src',
      'web/static',
      'web/vite.config.ts',
      'web/enhancement.ts',
      'web/fonts.ts',
      'web/frame.ts',
      'web/graphiql.ts',
      'web/messages.ts',
      'package.json',
      'package-lock.json',
    ],
    result: '.build/web/handler.js',
    command: [bin('vite/bin/vite.js'), 'build', '--config', 'web/vite.config.ts', '--logLevel', 'error'],
  },
] as const;

export type PartName = (typeof parts)[number]['name'];

/** Builds those of the named parts that are not built from what there is now; false, with the reason said, on failure. */
export async function buildParts(names: readonly PartName[]): Promise<boolean> {
  mkdirSync(join(root, '.build'), { recursive: true });
  const stamps = readStamps(root);
  const stale = parts
    .filter(({ name }) => names.includes(name))
    .map((part) => ({ ...part, stamp: fingerprint(root, part.sources) }))
    .filter(({ name, result, stamp }) => stamps[name] !== stamp || !existsSync(join(root, result)));

  for (const { name, command, stamp } of stale) {
    const began = performance.now();
    // Without its stamp a result that is cut off half way is built again.
    writeStamps(root, { [name]: undefined });
    const { code, output } = await run(command, root);
    if (code !== 0) {
      process.stderr.write(`${output}\nThe ${name} could not be built.\n`);
      return false;
    }
    writeStamps(root, { [name]: stamp });
    process.stderr.write(`  Built the ${name} ${((performance.now() - began) / 1000).toFixed(2)} s\n`);
  }
  return true;
}
