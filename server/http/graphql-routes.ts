import { readFile } from 'node:fs/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { reject } from '../errors/tacit-error.ts';
import { accessOf } from '../graphql/access.ts';
import type { Context } from '../graphql/context.ts';
import type { Graph } from '../graphql/graph.ts';
import { projectPath } from '../project-root.ts';
import { identify, type KeyReader } from './caller.ts';
import { goneSignal } from './gone.ts';
import type { Forward } from './dashboard.ts';
import { answerGraphProblem } from './problem.ts';

interface Options {
  graph: Pick<Graph, 'apollo' | 'context'>;
  keys: KeyReader;
  /** To the explorer of the dashboard. */
  forward: Forward | undefined;
}

/** `/graphql`: the API, and for a browser its explorer; `/graphql/schema`: the schema as text. */
export async function graphqlRoutes(app: FastifyInstance, { graph, keys, forward }: Options): Promise<void> {
  app.setErrorHandler(answerGraphProblem);
  app.addHook('onRequest', identify(keys));
  const answer = fastifyApolloHandler<Context>(graph.apollo, {
    context: async ({ id, scope }, reply) =>
      graph.context({ requestId: id, access: accessOf(scope), deadline: { gone: goneSignal(reply) } }),
  });

  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler(request, reply) {
      reply.raw.setHeader('vary', 'accept');
      if (forward && isBrowser(request)) return forward(request, reply);
      return answer.call(app, request, reply);
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
