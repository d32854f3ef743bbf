import { readFileSync } from 'node:fs';
import { projectPath } from '../../server/project-root.ts';

interface Manifest {
  scripts: { start: string };
}

const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as Manifest;
const [first = ''] = scripts.start.split('||');

/** The flags that `npm start` gives Node: what is tested and measured is what people run. */
export const startFlags: readonly string[] = first.match(/(?<= )--\S+/g) ?? [];

/** What `npm start` says in the environment of the process. */
export const startEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  [...first.matchAll(/(?<= )([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value]),
);
