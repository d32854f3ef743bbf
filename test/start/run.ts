import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { strip } from '../embedded/support.ts';
import { projectPath, projectRoot } from '../../server/project-root.ts';

export interface Program {
  child: ChildProcess;
  out(): string;
  err(): string;
  /** The first line on standard output; an error with what it said when it ends before. */
  line: Promise<string>;
  /** Its exit code, when it has ended. */
  exit: Promise<number | null>;
}

/** Runs the server as it was built, with nothing in its environment but what is given. */
export function runServer(environment: Record<string, string>): Program {
  return runCommand(process.execPath, [projectPath('.build', 'server', 'main.js')], environment);
}

/** Runs a TypeScript program of these tests. */
export function run(program: string, args: string[] = []): Program {
  return runCommand(process.execPath, [...strip, program, ...args]);
}

/** Runs a command in the project's folder. */
export function runCommand(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
  cwd = projectRoot,
): Program {
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const line = new Promise<string>((resolve, fail) => {
    createInterface(child.stdout).once('line', resolve);
    void exit.then(() => fail(new Error(`it ended without a line on standard output: ${err}`)));
  });
  // Programs that are meant to fail never write one.
  line.catch(() => undefined);
  return { child, out: () => out, err: () => err, line, exit };
}
