import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Meter } from '../access/index.ts';
import type { Config } from '../config.ts';
import { accessOf } from '../graphql/access.ts';
import type { Context } from '../graphql/context.ts';
import { requireModestSource } from '../graphql/cost/document-size.ts';
import type { Graph } from '../graphql/graph.ts';
import type { ReadPath } from '../readpath/index.ts';
import { besideGraphql } from './beside-graphql.ts';
import { admit, costOfRefusal, tellAllowance } from './allowance.ts';
import type { KeyReader } from './caller.ts';
import { compress } from './compress.ts';
import { allowOrigins } from './cors.ts';
import type { Forward } from './dashboard.ts';
import { hangUpOf } from './gone.ts';
import type { KeptAnswers } from './kept-answers/kept-answers.ts';
import { answerList } from './list-answers.ts';
import { otherMethods, refuseMethod } from './methods.ts';
import { originOf } from './origin.ts';
import { requireUnpacked } from './packed-body.ts';
import { answerGraphProblem } from './problem.ts';

interface Options {
  publicUrl: string | undefined;
  graph: Pick<Graph, 'apollo' | 'context' | 'deadline'>;
  /** Answers lists before Apollo is asked. */
  readPath: ReadPath | undefined;
  /** Answers again what Apollo answered and nothing has changed. */
  keptAnswers: KeptAnswers | undefined;
  keys: KeyReader;
  meter: Meter;
  corsOrigins: Config['corsOrigins'];
  /** To the explorer of the dashboard. */
  forward: Forward | undefined;
}

const methods = 'GET, POST, OPTIONS';

/** `/graphql`: the API, and for a browser its explorer; `/graphql/schema`: the schema as text. */
export async function graphqlRoutes(
  app: FastifyInstance,
  { graph, readPath, keptAnswers, keys, meter, corsOrigins, forward, publicUrl }: Options,
): Promise<void> {
  app.setErrorHandler(answerGraphProblem);
  // A page elsewhere may send text unasked; JSON it may not.
  app.removeContentTypeParser('text/plain');
  // First: a refusal that a page may not read tells it nothing.
  await allowOrigins(app, corsOrigins);
  app.options('', async (_request, reply) => reply.code(204).header('allow', methods).send());
  await app.register(async (counted) => {
    counted.addHook('onRequest', admit(keys, meter));
    counted.addHook('onSend', tellAllowance);
    counted.addHook('onRequest', requireUnpacked);
    counted.addHook('preHandler', (request, _reply, done) => {
      requireModestSource(sourceOf(request));
      done();
    });
    const answer = fastifyApolloHandler<Context>(graph.apollo, {
      context: async (request, reply) =>
        graph.context({
          requestId: request.id,
          access: accessOf(request),
          purse: request.purse,
          origin: originOf({ publicUrl }, request),
          deadline: request.deadline ?? { gone: hangUpOf(reply) },
        }),
    });

    counted.route({
      method: ['GET', 'POST'],
      url: '',
      exposeHeadRoute: false,
      async handler(request, reply) {
        vary(reply);
        if (forward && isBrowser(request)) return forward(request, reply);
        if (isProgram(request)) request.headers['apollo-require-preflight'] ??= 'a program';
        if (request.headers['accept-encoding'] !== undefined) compress(request.raw, reply.raw);
        const list = readPath && (await answerList({ readPath, graph }, request, reply));
        if (list !== undefined) return list;
        const kept = await keptAnswers?.find(request, reply).catch(() => undefined);
        if (kept !== undefined) return kept;
        const payload = finished(await answer.call(app, request, reply), request, reply);
        // Nobody waits for it; what is not kept is answered again.
        keptAnswers?.keep(request, reply, payload).catch(() => undefined);
        return payload;
      },
    });

    counted.route({
      method: [...otherMethods.thanGetAndPost],
      url: '',
      // Before the body, whose kind nobody has asked about.
      onRequest: refuseMethod(methods, 'The API takes queries by POST, or by GET.'),
      handler: () => undefined,
    });
  });

  await app.register(besideGraphql, { forward });
}

/** Says what an answer depends on beside its address; where it depends on the page that asks too, that was said before. */
function vary(reply: FastifyReply): void {
  const before = reply.getHeader('vary');
  const all = `${before === undefined ? '' : `${String(before)}, `}accept, accept-encoding, authorization`;
  // The dashboard answers on Node's response itself.
  reply.raw.setHeader('vary', all);
  if (before !== undefined) void reply.header('vary', all);
}

/** A person who typed the address, not a program: programs do not ask for HTML. */
function isBrowser({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

/**
 * Not a browser of any age, so no page elsewhere has made it ask: it need not show by a header that it was asked to. A
 * page cannot change what a browser calls itself without asking us first.
 */
function isProgram({ headers }: FastifyRequest): boolean {
  return !/mozilla|opera/i.test(headers['user-agent'] ?? '') && headers['sec-fetch-site'] === undefined;
}

/** The document that is sent, wherever it stands; none where it is not text. */
function sourceOf({ body, query }: FastifyRequest): string {
  const sent: unknown = [body, query].find(
    (place) => typeof place === 'object' && place !== null && 'query' in place,
  );
  const source = (sent as { query?: unknown } | undefined)?.query;
  return typeof source === 'string' ? source : '';
}

/** A 304 has no body; and what Apollo refuses before it is an operation says nothing of its cost: here it does. */
function finished(payload: unknown, request: FastifyRequest, { statusCode }: FastifyReply): unknown {
  if (statusCode === 304) return '';
  if (statusCode < 400 || typeof payload !== 'string') return payload;
  const refusal = JSON.parse(payload) as { extensions?: object };
  return JSON.stringify({ ...refusal, extensions: refusal.extensions ?? costOfRefusal(request) });
}
