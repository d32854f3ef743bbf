import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { StartFailure } from '../errors/start-failure.ts';

/** Requests in flight have this long to finish when the server is asked to stop. */
const finishWithin = 3000;

type Place = Pick<Config, 'host' | 'port'>;

/** Finds out that the port is taken before anything else is begun. */
export async function demandPort(place: Place): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, fail) => {
      probe.once('error', fail).listen({ host: place.host, port: place.port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw listenFailure(place, error);
  }
  await new Promise((resolve) => probe.close(resolve));
}

/** Begins to answer; returns the address for a person to open. */
export async function listen(app: FastifyInstance, place: Place): Promise<string> {
  try {
    await app.listen({ host: place.host, port: place.port });
  } catch (error) {
    throw listenFailure(place, error);
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : place.port;
  return `http://${openableHost(place.host)}:${port}/`;
}

/** Takes no new requests, lets those in flight finish, and cuts what takes too long. */
export async function closeApp(app: FastifyInstance): Promise<void> {
  // A connection whose last request has just been answered would be kept open for the next one.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const late = setTimeout(() => app.server.closeAllConnections(), finishWithin);
  await app.close();
  clearInterval(idle);
  clearTimeout(late);
}

/** "All addresses" is none that a browser opens. */
function openableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function listenFailure({ host, port }: Place, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartFailure(
        `Port ${port} is taken by another program (or by another Tacit). Choose another: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartFailure(
        `This user may not listen on port ${port}. Choose one above 1023: PORT=4000 npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFailure(
        `This machine has no address ${host}. Choose one that it has: HOST=127.0.0.1 npm start`,
      );
    default:
      return error;
  }
}
