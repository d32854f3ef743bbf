import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Purse } from '../access/index.ts';
import { accessOf } from '../graphql/access.ts';
import type { Deadline } from '../graphql/deadline.ts';
import { cacheControl, isKnown, tagOf } from '../graphql/etag-plugin.ts';
import type { Graph } from '../graphql/graph.ts';
import type { Answer, ReadPath } from '../readpath/index.ts';
import { hangUpOf } from './gone.ts';
import { operationOf } from './operation.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The end of the operation's time, where it has begun before Apollo is asked. */
    deadline: Deadline | null;
  }
}

/** Makes room on every request for the end of its operation's time. */
export function decorateDeadline(app: FastifyInstance): void {
  app.decorateRequest('deadline', null);
}

interface ListAnswerer {
  readPath: ReadPath;
  graph: Pick<Graph, 'deadline'>;
}

/** The answer to a list, as Apollo would give it; undefined where Apollo has to. */
export async function answerList(
  { readPath, graph }: ListAnswerer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | undefined> {
  const { purse } = request;
  const operation = operationOf(request);
  if (purse === null || operation === null) return undefined;
  const deadline = graph.deadline({ gone: hangUpOf(reply) });
  request.deadline = deadline;
  const { contentType, ...asked } = operation;
  const answer = await readPath.answer({ ...asked, access: accessOf(request), purse, deadline });
  if (answer === null) return undefined;
  deadline.end();
  void reply.header('content-type', contentType);
  if (request.method === 'GET' && tell(answer, request, reply)) return '';
  return withCost(answer, purse);
}

function withCost({ data, requested, actual }: Answer, { standing: { limit, remaining } }: Purse): string {
  return `{"data":${data},"extensions":{"cost":{"requested":${requested},"actual":${actual},"limit":${limit},"remaining":${remaining}}}}\n`;
}

/** Of answers that are kept, so that they are hashed once. */
const tags = new WeakMap<Answer, string>();

function validatorOf(answer: Answer): string {
  let tag = tags.get(answer);
  // Written as JavaScript writes it, so that it is the same whoever answered.
  if (tag === undefined) tags.set(answer, (tag = tagOf(JSON.stringify(JSON.parse(answer.data)))));
  return tag;
}

/** Gives an answer by GET its validator; true when whoever asks has it already. */
function tell(answer: Answer, { headers }: FastifyRequest, reply: FastifyReply): boolean {
  const tag = validatorOf(answer);
  void reply.headers({ etag: tag, 'cache-control': cacheControl(headers.authorization) });
  if (!isKnown(tag, headers['if-none-match'])) return false;
  void reply.code(304);
  return true;
}
