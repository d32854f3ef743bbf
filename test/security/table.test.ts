import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';

const text = readFileSync(projectPath('server', 'http', 'SECURITY.md'), 'utf8');
const rows = text.split('\n').filter((line) => /^\| V\d/.test(line));

test('every line of the walk names a test that is there', () => {
  expect(rows.length).toBeGreaterThan(40);
  const wrong = rows.filter((row) => {
    const [, file = '', name = ''] = /`(test\/[^`]+)` › `(.+)`\s*\|$/.exec(row) ?? [];
    const path = projectPath(file);
    return file === '' || !existsSync(path) || !readFileSync(path, 'utf8').includes(name);
  });
  expect(wrong).toEqual([]);
});
