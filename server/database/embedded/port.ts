import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeFailure } from './disk.ts';
import type { Home } from './home.ts';

/** The local port of a database without a socket: the last one again where it is free, for who still knows it. */
export async function localPort({ folder }: Pick<Home, 'folder'>): Promise<number> {
  const file = join(folder, 'port');
  const port = await freePort(lastPort(file)).catch(() => freePort(0));
  try {
    writeFileSync(file, String(port));
  } catch (error) {
    throw writeFailure(file, error);
  }
  return port;
}

function lastPort(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, fail) => {
    const server = createServer().once('error', fail);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
