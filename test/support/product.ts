import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { projectPath, projectRoot } from '../../server/project-root.ts';
import { startEnvironment, startFlags } from './as-started.ts';

/** The server as people run it, in a process of its own that can be killed and started again. */
export interface Product {
  /** Where it answers now; another port after each start. */
  readonly url: string;
  readonly pid: number;
  /** All that it wrote to standard error since the first start. */
  readonly said: () => string;
  /** False once the process has ended, by whatever. */
  readonly runs: () => boolean;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
}

export interface ProductOptions {
  environment: Record<string, string>;
  /** What runs the program: a shell that limits it first. */
  through?: readonly string[];
  /** Is given the process as soon as there is one, long before it answers. */
  onSpawn?: (child: ChildProcess) => void;
}

/** Starts the built server on any free port. */
export async function startProduct({ environment, through = [], onSpawn }: ProductOptions): Promise<Product> {
  const program = projectPath('.build', 'server', 'main.js');
  if (!existsSync(program))
    throw new Error('The server is not built: run "npm run build" before these tests.');
  const [command = '', ...args] = [...through, process.execPath, ...startFlags, program];
  let said = '';
  let child!: ChildProcess;
  let ended!: Promise<number | null>;
  let url = '';

  const start = async (): Promise<void> => {
    child = spawn(command, args, {
      cwd: projectRoot,
      env: {
        ...{ PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error' },
        ...startEnvironment,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onSpawn?.(child);
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
    ended = new Promise((resolve) => child.once('close', resolve));
    const { stdout } = child;
    url = await new Promise<string>((resolve, fail) => {
      createInterface(stdout!).on('line', (line) => {
        const address = /https?:\/\/\S+/.exec(line)?.[0];
        if (address) resolve(address.replace(/\/$/, ''));
      });
      void ended.then(() => fail(new Error(`The server ended before it answered:\n${said}`)));
    });
  };
  await start();
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    get url() {
      return url;
    },
    get pid() {
      return child.pid!;
    },
    said: () => said,
    runs: () => child.exitCode === null && child.signalCode === null,
    kill: async () => void (await end('SIGKILL')),
    start,
    stop: () => end('SIGTERM'),
  };
}
