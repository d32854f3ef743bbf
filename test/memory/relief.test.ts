import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { projectPath } from '../../server/project-root.ts';
import type { Relief } from '../../server/memory/relief.ts';

/** Holds much, lets go of it, and goes on with little, never at rest; then says what was given back. */
const script = `
  import { relieveMemory } from '${projectPath('server', 'memory', 'relief.ts')}';
  let held = Array.from({ length: 1_500_000 }, (_, i) => ({ i, text: 'so many ' + i }));
  const counted = held.length;
  held = null;
  const relief = relieveMemory((told) => {
    console.log(JSON.stringify({ ...told, counted }));
    relief.end();
    clearInterval(going);
  }, 0);
  const going = setInterval(() => Array.from({ length: 1000 }, (_, i) => ({ i })), 5);
`;

test('memory that nobody holds any more is given back to the machine, also by a process that never rests', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--experimental-strip-types', '--disable-warning=ExperimentalWarning', '--input-type=module'],
    ...['--eval', script],
  ]);
  const { before, after } = JSON.parse(stdout) as Relief;
  expect(before - after).toBeGreaterThan(64 * 2 ** 20);
});
