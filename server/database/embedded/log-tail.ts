import { closeSync, fchownSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { writeFailure } from './disk.ts';
import type { Home } from './home.ts';

const largestLog = 1024 * 1024;

/** Opens PostgreSQL's log for appending, and begins it anew when it has grown long. */
export function openLog({ log, account }: Pick<Home, 'log' | 'account'>): number {
  try {
    const file = openSync(log, 'a', 0o600);
    if (fstatSync(file).size > largestLog) ftruncateSync(file);
    if (account) fchownSync(file, account.uid, account.gid);
    return file;
  } catch (error) {
    throw writeFailure(log, error);
  }
}

/** The size of the log now, so that a later tail holds only what came after. */
export function logSize(log: string): number {
  try {
    const file = openSync(log, 'r');
    const { size } = fstatSync(file);
    closeSync(file);
    return size;
  } catch {
    return 0;
  }
}

/** The last lines that PostgreSQL wrote after `from` bytes, without time and process number. */
export function logTail(log: string, from: number, lines = 6): string[] {
  let text: string;
  try {
    text = readFileSync(log).subarray(from).toString('utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .map((line) => line.replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '').trimEnd())
    .filter((line) => line !== '')
    .slice(-lines);
}
