import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectPath } from '../../server/project-root.ts';
import { runCommand } from './run.ts';

const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('npm start', () => {
  it.runIf(process.platform !== 'win32')('hands a signal through its shell to the server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tacit-npm-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, '.build', 'server'), { recursive: true });
    writeFileSync(
      join(folder, '.build', 'server', 'main.js'),
      `process.on('SIGTERM', () => { console.log('stopped'); process.exit(0); });
       setInterval(() => {}, 1000); console.log('started');`,
    );
    // npm runs a script as `sh -c script`, and sends what it is sent to that shell.
    const { child, line, out, exit } = runCommand('sh', ['-c', scripts['start'] ?? ''], {}, folder);
    expect(await line).toBe('started');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(out()).toBe('started\nstopped\n');
  });

  it.each([
    ['20.19.0', 1],
    ['22.16.9', 1],
    ['22.17.0', 0],
    ['24.21.0', 0],
  ])('on Node %s ends with code %i before anything runs', async (version, code) => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
    const guard = readFileSync(projectPath('server', 'build', 'guard.js'), 'utf8');
    const { exit, err } = runCommand(process.execPath, ['-e', pretend + guard]);
    expect(await exit).toBe(code);
    expect(err().includes('Tacit needs Node 22.17 or later')).toBe(code === 1);
  });
});
