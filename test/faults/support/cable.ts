import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { ServerAddress } from '../../support/global-setup.ts';

/** The cable between the server and its database, which can be pulled, put back and clamped. */
export interface Cable {
  port: number;
  /** Ends every connection and takes no new one. */
  pull(): Promise<void>;
  putBack(): Promise<void>;
  /** Lets nothing through, and says nothing of it. */
  clamp(): void;
  release(): void;
  close(): Promise<void>;
}

/** Opens a port that leads to the test run's PostgreSQL. */
export async function openCable({ host, port }: ServerAddress): Promise<Cable> {
  const ends = new Set<Socket>();
  let clamped = false;
  const server = createServer((near) => {
    const far = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
      end.on('data', (bytes) => other.write(bytes));
      if (clamped) end.pause();
    }
  });
  const listen = async (at: number): Promise<number> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const own = await listen(0);
  const pull = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const end of ends) end.destroy();
    await closed;
  };
  const setClamped = (to: boolean): void => {
    clamped = to;
    for (const end of ends)
      if (to) end.pause();
      else end.resume();
  };
  return {
    port: own,
    pull,
    putBack: async () => void (await listen(own)),
    clamp: () => setClamped(true),
    release: () => setClamped(false),
    close: pull,
  };
}
