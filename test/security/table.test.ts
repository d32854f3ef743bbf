import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';
import { levelTwo, requirementsOf } from './asvs.ts';

const text = readFileSync(projectPath('server', 'http', 'SECURITY.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => line.split(/ *(?<!\\)\| */).slice(1, -1));

test('the walk covers every requirement of the levels 1 and 2, and names none that is not there', () => {
  // As many as the standard counts: 70 of the first level, 183 of the second.
  expect(levelTwo).toHaveLength(253);
  const covered = new Set(rows.flatMap(([cell = '']) => requirementsOf(cell)));
  expect(levelTwo.filter((one) => !covered.has(one))).toEqual([]);
  // Of level 3 what is met all the same.
  expect([...covered].filter((one) => !levelTwo.includes(one)).toSorted()).toEqual([
    'V1.2.10',
    'V1.3.12',
    'V11.2.4',
    'V15.4.4',
  ]);
});

test('every line names a test that is there, or says why there is none', () => {
  const wrong = rows.filter(([, , shown = '']) => {
    const why = /^(not applicable|not met|by document|in part|of the place): .{10,}$/;
    const [, file = '', name = ''] = /^`(test\/[^`]+)` › `(.+)`$/.exec(shown) ?? [];
    if (file === '') return !why.test(shown);
    const path = projectPath(file);
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(name);
  });
  expect(wrong).toEqual([]);
});
