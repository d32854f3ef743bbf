import { readFile } from 'node:fs/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Meter } from '../access/index.ts';
import { reject } from '../errors/tacit-error.ts';
import { accessOf } from '../graphql/access.ts';
import type { Context } from '../graphql/context.ts';
import { requireModestSource } from '../graphql/cost/document-size.ts';
import type { Graph } from '../graphql/graph.ts';
import { projectPath } from '../project-root.ts';
import { admit, costOfRefusal, tellAllowance } from './allowance.ts';
import type { KeyReader } from './caller.ts';
import { goneSignal } from './gone.ts';
import type { Forward } from './dashboard.ts';
import { originOf } from './origin.ts';
import { answerGraphProblem } from './problem.ts';

interface Options {
  publicUrl: string | undefined;
  graph: Pick<Graph, 'apollo' | 'context'>;
  keys: KeyReader;
  meter: Meter;
  /** To the explorer of the dashboard. */
  forward: Forward | undefined;
}

/** `/graphql`: the API, and for a browser its explorer; `/graphql/schema`: the schema as text. */
export async function graphqlRoutes(
  app: FastifyInstance,
  { graph, keys, meter, forward, publicUrl }: Options,
): Promise<void> {
  app.setErrorHandler(answerGraphProblem);
  app.addHook('onRequest', admit(keys, meter));
  app.addHook('onSend', tellAllowance);
  app.addHook('preHandler', async (request) => requireModestSource(sourceOf(request)));
  const answer = fastifyApolloHandler<Context>(graph.apollo, {
    context: async (request, reply) =>
      graph.context({
        requestId: request.id,
        access: accessOf(request),
        purse: request.purse,
        origin: originOf({ publicUrl }, request),
        deadline: { gone: goneSignal(reply) },
      }),
  });

  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    async handler(request, reply) {
      reply.raw.setHeader('vary', 'accept');
      if (forward && isBrowser(request)) return forward(request, reply);
      return withCost(await answer.call(app, request, reply), request, reply);
    },
  });

  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler(_request, reply) {
      void reply.header('allow', 'GET, POST, OPTIONS');
      reject('METHOD_NOT_ALLOWED', 'The API takes queries by POST, or by GET.');
    },
  });

  app.get('/graphql/schema', async (_request, reply) => {
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache');
    return readFile(projectPath('schema.graphql'), 'utf8');
  });
}

/** A person who typed the address, not a program: programs do not ask for HTML. */
function isBrowser({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

/** What Apollo refuses before it is an operation says nothing of its cost: here it does. */
function withCost(payload: unknown, request: FastifyRequest, { statusCode }: FastifyReply): unknown {
  if (statusCode < 400 || typeof payload !== 'string') return payload;
  const refusal = JSON.parse(payload) as { extensions?: object };
  return JSON.stringify({ ...refusal, extensions: refusal.extensions ?? costOfRefusal(request) });
}

/** The document that is sent, wherever it stands; none where it is not text. */
function sourceOf({ body, query }: FastifyRequest): string {
  const sent: unknown = [body, query].find(
    (place) => typeof place === 'object' && place !== null && 'query' in place,
  );
  const source = (sent as { query?: unknown } | undefined)?.query;
  return typeof source === 'string' ? source : '';
}
