import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { idsOf } from './account.ts';
import { programOf } from './binaries.ts';
import type { Home } from './home.ts';
import { openLog } from './log-tail.ts';
import { settingArguments, type Listening } from './settings.ts';

export interface ServerProcess {
  /** How it ended, in words; undefined while it runs. */
  ended(): string | undefined;
}

/** pg_ctl leaves its child alone: a server that says nothing for so long has failed. */
const pgCtlPatience = 15_000;

/** Runs PostgreSQL in a session of its own: Ctrl+C must reach it only after the requests in flight are answered. */
export function startServer(home: Home, listening: Listening): ServerProcess {
  const settings = settingArguments(listening);
  // On Windows only pg_ctl can start it from an administrator's terminal.
  return home.overNetwork
    ? throughPgCtl(home, ['start', '--no-wait', '-D', home.cluster, '-o', settings.map(quote).join(' ')])
    : directly(home, ['-D', home.cluster, ...settings]);
}

/** Asks PostgreSQL to cut its connections, write everything and end. */
export function interruptServer(home: Home, pid: number): void {
  if (process.platform === 'win32') {
    const flags = ['stop', '--mode=fast', '--no-wait', '-D', home.cluster];
    spawn(programOf(home.binaries, 'pg_ctl'), flags, { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It ended by itself between the look and the call.
  }
}

function directly(home: Home, flags: string[]): ServerProcess {
  let ended: string | undefined;
  const child = run(home, 'postgres', flags);
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code, signal) => (ended = signal ?? `exit code ${code}`));
  return { ended: () => ended };
}

function throughPgCtl(home: Home, flags: string[]): ServerProcess {
  const began = Date.now();
  let ended: string | undefined;
  const child = run(home, 'pg_ctl', flags);
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code) => {
    if (code !== 0) ended = `pg_ctl ended with code ${code}`;
  });
  return { ended: () => ended ?? (Date.now() - began > pgCtlPatience ? 'it never became ready' : undefined) };
}

function run(home: Home, program: 'postgres' | 'pg_ctl', flags: string[]): ReturnType<typeof spawn> {
  const log = openLog(home);
  const child = spawn(programOf(home.binaries, program), flags, {
    cwd: home.folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { LC_ALL: 'C' },
    ...idsOf(home.account),
  });
  closeSync(log);
  child.unref();
  return child;
}

/** pg_ctl hands its options to a shell. */
function quote(argument: string): string {
  return /[\s%]/.test(argument) ? `"${argument}"` : argument;
}
