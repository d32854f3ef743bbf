import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath, projectRoot } from '../../server/project-root.ts';
import { machine, writeResults } from '../bench/results.ts';
import { tableOfFaults } from './support/table-of-faults.ts';

/*
 * npm run test:faults: the tests of this folder and the imports that are killed, each fault some fifty times, a hundred
 * imports; then one table of what was tried, what was lost, and how long it took until all was back. TACIT_FAULTS and
 * TACIT_KILLS set other numbers.
 */
const folder = mkdtempSync(join(tmpdir(), 'tacit-faults-'));
const file = join(folder, 'tried');
const began = performance.now();
const tests = ['test/faults', 'test/imports/killed.test.ts'];
const program = projectPath('node_modules', 'vitest', 'vitest.mjs');
const vitest = spawn(process.execPath, [program, 'run', '-c', 'test/vitest.config.ts', ...tests], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: { TACIT_FAULTS: '50', TACIT_KILLS: '100', ...process.env, TACIT_FAULTS_TO: file },
});
const code = await new Promise<number | null>((resolve) => vitest.once('close', resolve));
const lines = readFileSync(file, 'utf8');
rmSync(folder, { recursive: true });

const minutes = ((performance.now() - began) / 60_000).toFixed(1);
const outcome = code === 0 ? 'all tests passed' : 'not all tests passed';
const body = `\`npm run test:faults\`, ${minutes} minutes, ${outcome}. Until back is from the blow to the first answer that is good again, as the tests measured it.

${tableOfFaults(lines)}

${machine()}`;
await writeResults('Faults', body);
process.stdout.write(`\n${body}\n`);
process.exitCode = code ?? 1;
