import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setForLibrary } from '../config.ts';
import type { Graph } from '../graphql/graph.ts';
import { projectPath } from '../project-root.ts';
import { answerMissing } from './problem.ts';

/** Node's signature of a middleware: SvelteKit's handler, or vite's while developing. */
export type Dashboard = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => unknown;

/** What the dashboard knows of the address that the visitor used: set by us on every request, never by a client. */
const trusted = { protocol: 'x-tacit-protocol', host: 'x-tacit-host', address: 'x-tacit-address' } as const;

/** Where the dashboard finds the API: the only thing that it has of this process. */
const graphKey = Symbol.for('tacit.graph');

/** Gives the dashboard the API, in process: the same documents as over HTTP, without HTTP. */
export function lendGraph(execute: Graph['execute']): void {
  Object.assign(globalThis, { [graphKey]: execute });
}

/** Loads what `vite build` made of web/; undefined where it is not built. */
export async function loadDashboard(): Promise<Dashboard | undefined> {
  const file = projectPath('.build', 'web', 'handler.js');
  if (!existsSync(file)) return undefined;
  // The handler reads its settings from the environment, and takes https for granted unless a header tells.
  setForLibrary({
    PROTOCOL_HEADER: trusted.protocol,
    HOST_HEADER: trusted.host,
    ADDRESS_HEADER: trusted.address,
    PORT_HEADER: '',
  });
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: Dashboard };
  return handler;
}

/** Hands a request over to the dashboard. */
export type Forward = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Every address that is nothing else goes to the dashboard, body unread. */
export async function dashboardRoutes(
  app: FastifyInstance,
  { forward }: { forward: Forward | undefined },
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.all('/*', (request, reply) => {
    if (forward) return forward(request, reply);
    return answerMissing(request, reply, 'The dashboard is not built. Run "npm run build" and start again.');
  });
}

/** Pages are drawn whole, charts included: text that packs to a tenth. */
const compress = compression() as unknown as Dashboard;

/** Makes the hand-over to a dashboard, which tells it the address that the visitor used. */
export function forwardTo(dashboard: Dashboard, publicUrl: string | undefined): Forward {
  const origin = publicUrl ? new URL(publicUrl) : undefined;
  return async (request, reply) => {
    const { raw } = request;
    raw.headers[trusted.protocol] = origin?.protocol.replace(':', '') ?? request.protocol;
    raw.headers[trusted.host] = origin?.host ?? (request.host || 'localhost');
    raw.headers[trusted.address] = request.ip;
    reply.hijack();
    try {
      compress(raw, reply.raw, () => undefined);
      await dashboard(raw, reply.raw, (error) => endUnanswered(request, reply.raw, error));
    } catch (error) {
      endUnanswered(request, reply.raw, error);
    }
  };
}

/** The dashboard draws its own error pages; this is for when it cannot even do that. */
function endUnanswered(request: FastifyRequest, response: ServerResponse, error: unknown): void {
  if (error) request.log.error({ err: error }, 'the dashboard failed');
  if (response.headersSent) return void response.destroy();
  response.statusCode = error ? 500 : 404;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(error ? `The page could not be drawn (request ${request.id}).` : 'There is nothing here.');
}
