import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { projectPath, projectRoot } from '../../server/project-root.ts';
import { openSeededDatabase, type TestDatabase } from './database.ts';

/** The whole product as its visitors meet it: a process of its own over a database with the seeds. */
export interface Site {
  url: string;
  /** Where its database is, for commands beside the running server. */
  databaseUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the product on a free port, over the seeds and what else is put in; the dashboard must have been built. Whoever
 * sets an ADMIN_KEY in its environment runs it for others: then no visitor is at home.
 */
export async function openSite(
  prepare?: (database: TestDatabase) => Promise<unknown>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Site> {
  if (!existsSync(projectPath('.build', 'web', 'handler.js')))
    throw new Error('The dashboard is not built: run "npm run build" before the tests of its pages.');
  const database = await openSeededDatabase();
  await prepare?.(database);
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.url,
      PORT: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, fail) => {
    createInterface(child.stdout).on('line', (line) => {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address) resolve(address.replace(/\/$/, ''));
    });
    void ended.then(() => fail(new Error(`The server ended before it answered:\n${said}`)));
  });
  return {
    url,
    databaseUrl: database.url,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      await database.drop();
    },
  };
}
