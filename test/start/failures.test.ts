import { createServer, type AddressInfo } from 'node:net';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runServer } from './run.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tacit-start-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
});

/** Starts the server as a person would; it must end with code 1 and one message, without a stack trace. */
async function failing(environment: Record<string, string>): Promise<string> {
  const program = runServer({ DATA_DIR: dataDir, PORT: '0', ...environment });
  expect(await program.exit).toBe(1);
  expect(program.out()).toBe('');
  expect(program.err()).not.toMatch(/^\s+at /m);
  return program.err();
}

describe('the server does not start, and says why,', () => {
  it('with a faulty environment: every fault at once', async () => {
    const message = await failing({ PORT: 'x', LOG_LEVEL: 'loud', DATABSE_URL: 'postgres://db/tacit' });
    expect(message).toMatch(
      /3 faults:\n {2}PORT "x".*\n {2}LOG_LEVEL "loud".*\n {2}DATABSE_URL .* DATABASE_URL\?/,
    );
  });

  it('on a port that is taken: which, and how to choose another, before anything else is begun', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await failing({ PORT: String(port) })).toMatch(
      new RegExp(`Port ${port} is taken .* PORT=${port + 1} npm start`),
    );
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  it('with a DATABASE_URL that does not answer, keeping its password to itself', async () => {
    const message = await failing({ DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:9/tacit' });
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('hunter2');
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  it('on the data folder of another PostgreSQL', async () => {
    const cluster = join(dataDir, 'postgres', 'data');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    expect(await failing({})).toContain('was made by PostgreSQL 17');
  });
});
