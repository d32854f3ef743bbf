import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Dashboard } from '../dashboard.ts';

/** What a page is drawn from. */
export interface Address {
  url: string;
  /** As the dashboard is told them: where the visitor believes to be. */
  headers: Readonly<Record<string, string>>;
}

export interface Drawn {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** Draws a page from its address and nothing else, for nobody: neither request nor response is anybody's. */
export function drawApart(dashboard: Dashboard, { url, headers }: Address): Promise<Drawn> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, {
    method: 'GET',
    url,
    headers: { ...headers, accept: 'text/html' },
    httpVersion: '1.1',
  });
  request.push(null);
  const response = new ServerResponse(request);
  const parts: Buffer[] = [];
  return new Promise((resolve, fail) => {
    const take = (part: unknown): void => {
      if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part as Uint8Array));
    };
    Object.assign(response, {
      writeHead(status: number) {
        response.statusCode = status;
        return response;
      },
      write(part: unknown) {
        take(part);
        return true;
      },
      end(part?: unknown) {
        take(part);
        resolve({
          status: response.statusCode,
          headers: Object.fromEntries(
            Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
          ),
          body: Buffer.concat(parts),
        });
        return response;
      },
    });
    Promise.resolve(
      dashboard(request, response, (error) => fail(error ?? new Error(`${url} is no page`))),
    ).catch(fail);
  });
}
