import { readConfig } from '../config.ts';
import type { Database } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { StartFailure } from '../errors/start-failure.ts';
import { TacitError } from '../errors/tacit-error.ts';
import { loadSeeds } from '../imports/seeds.ts';
import { projectPath } from '../project-root.ts';

/** Where a command reads and writes. */
export interface Surroundings {
  environment: Readonly<Record<string, string | undefined>>;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Runs a command; what it is told wrong, and what is refused, is said in words. Returns the exit code. */
export async function obeying(
  name: string,
  { err }: Pick<Surroundings, 'err'>,
  command: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const stop = new AbortController();
  // Only the first signal is a wish to end well; the next one ends at once.
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const onSignal = (): void => stop.abort();
  for (const signal of signals) process.once(signal, onSignal);
  try {
    return await command(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) {
      err('Stopped; nothing was changed.\n');
      return 1;
    }
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      err(`${(error as Error).message}\nnpm run ${name} -- --help says how.\n`);
      return 1;
    }
    if (!(error instanceof TacitError || error instanceof StartFailure)) throw error;
    err(`${error.message}\n`);
    return 1;
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}

/** Opens the database as the server does, beside a running one or alone: migrated, with the seeds where asked. */
export async function withDatabase<Result>(
  { environment, err }: Pick<Surroundings, 'environment' | 'err'>,
  work: (database: Database) => Promise<Result>,
  { seeds = true }: { seeds?: boolean } = {},
): Promise<Result> {
  const config = readConfig(environment);
  const { database, close } = await openDatabase({ ...config, report: (line) => err(`${line}\n`) });
  try {
    await migrate(database);
    if (seeds) await loadSeeds(database, { directory: projectPath('seeds') });
    return await work(database);
  } finally {
    await close();
  }
}
