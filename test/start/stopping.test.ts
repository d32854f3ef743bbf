import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually, pidOf, temporaryFolder } from '../embedded/support.ts';
import { run, runServer, type Program } from './run.ts';

const script = 'test/start/slow-server.ts';

async function open(...args: string[]): Promise<Program & { url: string }> {
  const program = run(script, args);
  return { ...program, url: (await program.line).replace('Tacit answers at ', '') };
}

function hello(url: string, after: number): Promise<Response> {
  return fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ hello(after: ${after}) }` }),
  });
}

describe('asked to stop, the server', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes the requests in flight, takes no new ones (%s)',
    async (signal) => {
      const { child, url, exit } = await open();
      await hello(url, 0);
      const slow = hello(url, 800);
      await wait(150);
      child.kill(signal);
      await wait(150);
      await expect(hello(url, 0).then(({ status }) => status === 200)).rejects.toThrow();
      expect(await (await slow).json()).toEqual({ data: { hello: 'hello' } });
      expect(await exit).toBe(0);
    },
  );

  it('does not wait for connections that are only kept open', async () => {
    const { child, url, exit } = await open();
    await hello(url, 0);
    const began = performance.now();
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it('cuts a request that takes too long, and is done within 5 seconds', async () => {
    const { child, url, exit } = await open();
    const endless = hello(url, 60_000).catch((error: unknown) => error);
    await wait(150);
    const began = performance.now();
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await endless).toBeInstanceOf(Error);
  });

  it('takes one Ctrl+C, which npm repeats at once, for one wish; ends in the opposite order of its start', async () => {
    const { child, err, exit } = await open('700');
    child.kill('SIGINT');
    await wait(30);
    child.kill('SIGINT');
    expect(await exit).toBe(0);
    expect(err()).toContain('first begun, last ended');
  });

  it('ends at once at a second signal', async () => {
    const { child, exit, err } = await open('4000');
    child.kill('SIGTERM');
    await wait(600);
    const began = performance.now();
    child.kill('SIGTERM');
    expect(await exit).toBe(1);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(err()).not.toContain('last ended');
  });
});

it('asked to stop while it starts, the server leaves no database running behind it', async () => {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const { child, err, out, exit } = runServer({ DATA_DIR: folder.path, PORT: '0' });
  await eventually(() => expect(existsSync(join(folder.path, 'postgres'))).toBe(true));
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(out()).toBe('');
  expect(err()).not.toContain('cannot start');
  expect(pidOf(folder.path)).toBeUndefined();
});
