import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nobody, type Meter } from '../access/index.ts';
import { setForLibrary } from '../config.ts';
import { anonymous, atHome, type Access } from '../graphql/access.ts';
import type { Graph } from '../graphql/graph.ts';
import { projectPath } from '../project-root.ts';
import type { HomeRule } from './at-home.ts';
import { compress } from './compress.ts';
import { drawApart, type Address, type Drawn } from './pages/draw-apart.ts';
import type { Edition } from './pages/edition.ts';
import { mayKeep } from './pages/may-keep.ts';
import { Pages, type Answer } from './pages/pages.ts';
import { sendDrawn } from './pages/send-drawn.ts';
import { sendPage } from './pages/send-page.ts';
import { takesFormer } from './pages/takes-former.ts';
import { otherMethods, refuseMethod } from './methods.ts';
import { answerMissing } from './problem.ts';
import { asStranger } from './stranger.ts';
import { visitor } from './visitor.ts';

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

/**
 * Gives the dashboard the API, in process: the same documents as over HTTP, without HTTP. Pages take no key. They
 * show what is open and, to a lone analyst on her own machine, aggregates of her protected ledgers as disclosure
 * control lets them out; never a row of one.
 */
export function lendGraph(execute: Graph['execute'], isTrusted: (query: string) => boolean): void {
  const lent: Graph['execute'] = (query, variables) => {
    if (!isTrusted(query)) return asStranger(execute, query, variables);
    const { access = anonymous, origin, purse = null } = visitor.getStore() ?? {};
    const maker = access === atHome ? null : purse;
    return execute(query, variables, {
      access,
      maker,
      takesAnyName: true,
      ...(origin !== undefined && { origin }),
    });
  };
  Object.assign(globalThis, { [graphKey]: lent });
}

/** Whether the page that is being drawn is drawn for a lone analyst on her own machine. */
export function isDrawnAtHome(): boolean {
  return visitor.getStore()?.access === atHome;
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
  app.route({
    method: [...otherMethods.thanOfPages],
    url: '/*',
    onRequest: refuseMethod('GET'),
    handler: () => undefined,
  });
  app.route({
    method: ['GET', 'HEAD', 'POST', 'OPTIONS'],
    url: '/*',
    handler(request, reply) {
      if (forward) return forward(request, reply);
      return answerMissing(
        request,
        reply,
        'The dashboard is not built. Run "npm run build" and start again.',
      );
    },
  });
}

interface ForwardOptions {
  publicUrl: string | undefined;
  isAtHome: HomeRule;
  meter: Meter;
  /** Where the data stand, by which pages are kept; none are where nobody tells. */
  edition?: Edition | undefined;
}

/** Makes the hand-over to a dashboard, which tells it the address that the visitor used. */
export function forwardTo(
  dashboard: Dashboard,
  { publicUrl, isAtHome, meter, edition }: ForwardOptions,
): Forward {
  const site = publicUrl ? new URL(publicUrl) : undefined;
  const pages = edition && new Pages({ edition, draw: (address) => drawForAll(dashboard, address) });
  return async (request, reply) => {
    const { raw } = request;
    const place = {
      [trusted.protocol]: site?.protocol.replace(':', '') ?? request.protocol,
      [trusted.host]: site?.host ?? (request.host || 'localhost'),
    };
    const access = await accessFor(request, isAtHome);
    if (pages && access !== atHome && mayKeep(request)) {
      const page = pages.at({ url: raw.url ?? '/', headers: place }, { takesFormer: takesFormer(request) });
      if (await answerForAll(request, reply, page)) return;
    }
    Object.assign(raw.headers, place, { [trusted.address]: request.ip });
    // What is drawn for one person is for no cache in between.
    if (access === atHome) reply.raw.setHeader('cache-control', 'private, no-cache');
    reply.hijack();
    try {
      compress(raw, reply.raw);
      const purse = meter.purseOf({ ...nobody, address: request.ip });
      await visitor.run({ access, origin: originOf(place), purse }, () =>
        dashboard(raw, reply.raw, (error) => endUnanswered(request, reply.raw, error)),
      );
    } catch (error) {
      endUnanswered(request, reply.raw, error);
    }
  };
}

const originOf = (place: Readonly<Record<string, string>>): string =>
  `${place[trusted.protocol]}://${place[trusted.host]}`;

/** Draws a page for nobody in particular, whoever asks first. */
function drawForAll(dashboard: Dashboard, { url, headers }: Address): Promise<Drawn> {
  return visitor.run({ access: anonymous, origin: originOf(headers) }, () =>
    drawApart(dashboard, { url, headers: { ...headers, [trusted.address]: '0.0.0.0' } }),
  );
}

/** Answers with what everybody sees; false where that is not known, and the dashboard says what is the matter. */
async function answerForAll(
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Promise<Answer | undefined>,
): Promise<boolean> {
  try {
    const answer = await asked;
    if (!answer) return false;
    reply.hijack();
    if ('page' in answer) await sendPage(request, reply, answer.page);
    else sendDrawn(request, reply, answer.drawn);
  } catch (error) {
    reply.hijack();
    endUnanswered(request, reply.raw, error);
  }
  return true;
}

/** Scripts and styles show nothing; and while the database is away the dashboard must still draw its error page. */
async function accessFor(request: FastifyRequest, isAtHome: HomeRule): Promise<Access> {
  if (request.url.startsWith('/_app/')) return anonymous;
  return (await isAtHome(request).catch(() => false)) ? atHome : anonymous;
}

/** The dashboard draws its own error pages; this is for when it cannot even do that. */
function endUnanswered(request: FastifyRequest, response: ServerResponse, error: unknown): void {
  if (error) request.log.error({ err: error }, 'the dashboard failed');
  if (response.headersSent) return void response.destroy();
  response.statusCode = error ? 500 : 404;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(error ? `The page could not be drawn (request ${request.id}).` : 'There is nothing here.');
}
