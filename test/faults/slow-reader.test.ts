import { once } from 'node:events';
import { connect } from 'node:net';
import { readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { exportRoutes } from '../../server/http/export-routes.ts';
import { eventually } from '../embedded/support.ts';
import { openFolder } from '../imports/support.ts';

const file = '01234567-89ab-4def-8123-456789abcdef.csv';
const size = 48 * 1024 ** 2;

test('a reader who stops in the middle of an export is cut off after a while, and holds neither memory nor file till then', async () => {
  const folder = await openFolder();
  const path = await folder.write(file, Buffer.alloc(size, 'a'));
  const app = Fastify();
  const job = { release: 1, dataset: { slug: 'mine' } };
  const bulk = { open: async () => ({ folder: folder.path('.'), job }) } as unknown as Parameters<
    typeof exportRoutes
  >[1]['bulk'];
  await app.register(exportRoutes, { bulk, silence: 500 });
  const url = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  onTestFinished(async () => {
    await app.close();
    await folder.remove();
  });
  const held = process.memoryUsage.rss();
  const readers = Array.from({ length: 10 }, () => {
    const socket = connect(Number(url.port), url.hostname);
    socket.write(`GET /exports/${file}?expires=1&signature=x HTTP/1.1\r\nhost: here\r\n\r\n`);
    socket.once('data', () => socket.pause()).on('error', () => undefined);
    return socket;
  });
  await Promise.all(readers.map((socket) => once(socket, 'data')));
  await wait(200);
  // Ten times the file would be half a gigabyte.
  expect(process.memoryUsage.rss() - held).toBeLessThan(200 * 1024 ** 2);
  // Another is answered whole meanwhile.
  const whole = await fetch(`${url.origin}/exports/${file}?expires=1&signature=x`);
  expect((await whole.arrayBuffer()).byteLength).toBe(size);
  await eventually(async () =>
    expect(
      await new Promise((told) => app.server.getConnections((_error, count) => told(count))),
    ).toBeLessThanOrEqual(1),
  );
  await eventually(() => expect(openFiles(path)).toBe(0));
  for (const socket of readers) socket.destroy();
});

/** How often this process has the file open; only Linux tells. */
function openFiles(path: string): number {
  if (process.platform !== 'linux') return 0;
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path;
    } catch {
      return false;
    }
  }).length;
}
