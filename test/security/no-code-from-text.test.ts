import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';

/** Ways by which text becomes something that acts, and the files where that was weighed. */
const hazards: [what: string, pattern: RegExp, weighed: readonly string[]][] = [
  [
    'runs text as a program',
    /(?<![.\w])eval\(|new Function\(|from 'node:vm'/,
    // One word of its own, that stands for the engine's collector of garbage.
    ['server/memory/collect.ts'],
  ],
  ['gives text to a shell', /import \{[^}]*\bexec(Sync)?\b[^}]*\} from 'node:child_process'|shell: true/, []],
  [
    'puts text into a page as HTML',
    /\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
    // JSON, in which "<" is written as \u003c.
    ['web/src/lib/components/linked-data.svelte'],
  ],
  ['listens to other windows', /addEventListener\('message'|onmessage/, []],
];

const files = ['server', 'web/src'].flatMap((room) =>
  readdirSync(projectPath(room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js|svelte)$/.test(name))
    .map((name) => `${room}/${name.replaceAll('\\', '/')}`),
);
const texts = new Map(files.map((file) => [file, readFileSync(projectPath(file), 'utf8')]));

test.each(hazards)('no file %s, but where it was weighed', (_what, pattern, weighed) => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => pattern.test(texts.get(file)!))).toEqual(weighed);
});
