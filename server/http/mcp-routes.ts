import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Meter } from '../access/index.ts';
import { reject } from '../errors/tacit-error.ts';
import { accessOf } from '../graphql/access.ts';
import type { Graph, GraphAnswer } from '../graphql/graph.ts';
import { mcpServer } from '../mcp/server.ts';
import { inOperation } from '../signals/current.ts';
import { admit, tellAllowance } from './allowance.ts';
import type { KeyReader } from './caller.ts';
import { hangUpOf } from './gone.ts';
import { otherMethods, refuseMethod } from './methods.ts';
import { originOf } from './origin.ts';
import { requireUnpacked } from './packed-body.ts';
import { answerProblem } from './problem.ts';

interface Options {
  graph: Pick<Graph, 'apollo' | 'context' | 'deadline'>;
  keys: KeyReader;
  meter: Meter;
  publicUrl: string | undefined;
}

/** Calls in one message: each is priced, but all of them wait in one request. */
const mostCalls = 20;

/** `/mcp`: the measures as tools for assistants (Model Context Protocol, streamable HTTP, without sessions). */
export async function mcpRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { keys, meter } = options;
  app.setErrorHandler(answerProblem);
  app.addHook('onRequest', admit(keys, meter));
  app.addHook('onRequest', requireUnpacked);
  app.addHook('onSend', tellAllowance);

  app.post('/mcp', async (request, reply) => {
    if (Array.isArray(request.body) && request.body.length > mostCalls)
      reject('PAYLOAD_TOO_LARGE', `One message holds at most ${mostCalls} calls.`);
    // Without an id there is nothing to resume: each request is answered whole, as JSON.
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = mcpServer({
      origin: originOf(options, request),
      ask: (document, variables) => askAs(options, { request, reply }, document, variables),
    });
    reply.raw.once('close', () => void server.close());
    await server.connect(transport as Parameters<typeof server.connect>[0]);
    return transport.handleRequest(asWebRequest(options, request), { parsedBody: request.body });
  });

  app.route({
    method: [...otherMethods.thanPost],
    url: '/mcp',
    exposeHeadRoute: false,
    onRequest: refuseMethod('POST', 'This address speaks the Model Context Protocol by POST.'),
    handler: () => undefined,
  });
}

/** What the transport looks at of a request: method and headers; its body is read already. */
function asWebRequest(options: Options, request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  return new Request(new URL('/mcp', originOf(options, request)), { method: request.method, headers });
}

/** The same as a request to /graphql: same key, same purse, same deadline, same masks. */
async function askAs(
  { graph, publicUrl }: Options,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  query: string,
  variables: Record<string, unknown>,
): Promise<GraphAnswer> {
  const contextValue = graph.context({
    requestId: request.id,
    access: accessOf(request),
    purse: request.purse,
    deadline: graph.deadline({ gone: hangUpOf(reply) }),
    origin: originOf({ publicUrl }, request),
  });
  const { body } = await inOperation(() =>
    graph.apollo.executeOperation({ query, variables }, { contextValue }),
  );
  if (body.kind !== 'single') throw new Error('incremental delivery is not offered');
  return body.singleResult;
}
