import { Agent, request } from 'node:http';
import type { Server } from './server.ts';

/** One request: where to, and with what. */
export interface Asked {
  method?: 'GET' | 'POST';
  path?: string;
  body?: string;
  headers?: Record<string, string>;
}

export interface Measured {
  /** Requests answered for each second of the server's processor time. */
  perSecond: number;
  /** And of the database's with it. */
  perSecondOfBoth: number;
  bytes: number;
}

const concurrency = 16;

/** Asks as fast as answers come, until the server has used so many seconds of processor time, however busy the machine is. */
export async function measure(
  server: Server,
  ask: () => Asked,
  seconds: number,
  database: () => Promise<number>,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const [began, databaseBegan] = [await server.processor(), await database()];
  let isEnough = false;
  const watch = setInterval(() => {
    void server.processor().then((used) => (isEnough ||= used - began >= seconds));
  }, 50);
  let answered = 0;
  let bytes = 0;
  const asking = async (): Promise<void> => {
    while (!isEnough) {
      bytes = await answer(server.url, agent, ask());
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, asking));
  clearInterval(watch);
  const own = (await server.processor()) - began;
  const both = own + (await database()) - databaseBegan;
  agent.destroy();
  return { perSecond: answered / own, perSecondOfBoth: answered / both, bytes };
}

function answer(
  url: string,
  agent: Agent,
  { method = 'POST', path = '/graphql', body, headers = {} }: Asked,
): Promise<number> {
  return new Promise((resolve, fail) => {
    const type =
      body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(
      new URL(path, url),
      { method, agent, headers: { ...type, ...headers } },
      (response) => {
        let bytes = 0;
        let text = '';
        response.on('data', (part: Buffer) => {
          bytes += part.length;
          if (bytes < 300) text += part.toString();
        });
        response.on('end', () => {
          const isWrong = response.statusCode !== 200 && response.statusCode !== 304;
          if (isWrong || text.startsWith('{"errors"')) fail(new Error(`${response.statusCode}: ${text}`));
          else resolve(bytes);
        });
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

/** The answer to one request as JSON. */
export async function once(
  url: string,
  { method = 'POST', path = '/graphql', body, headers }: Asked,
): Promise<unknown> {
  const response = await fetch(new URL(path, url), {
    method,
    ...(body !== undefined && { body }),
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors":['))
    throw new Error(`${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
