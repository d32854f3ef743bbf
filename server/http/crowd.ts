import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { retryAfter } from '../errors/registry.ts';
import { TacitError } from '../errors/tacit-error.ts';
import { Room } from './room.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route is never turned away: it costs next to nothing, or keeps its place by other means. */
    alwaysLetIn?: boolean;
  }
}

/**
 * Beyond what one process can work on, requests wait, few and shortly; beyond that they are told at once to come again.
 * So those that are let in are answered as fast under any load, and memory has a bound. Files of the pages, health and
 * metrics are always answered; uploads wait for each other where they are read.
 */
export function turnCrowdsAway(app: FastifyInstance, room = new Room()): void {
  // After the body: whoever sends it slowly takes no place meanwhile.
  app.addHook('preHandler', (request, reply, letIn) => {
    const { alwaysLetIn, slowBody } = request.routeOptions.config;
    if (alwaysLetIn === true || slowBody === true || request.url.startsWith('/_app/')) return letIn();
    const leave = room.enter();
    if (leave !== undefined) {
      leaveWith(reply, leave);
      return letIn();
    }
    void waitForPlace(room, reply).then((isIn) => {
      if (isIn) letIn();
      else if (isPerson(request)) showCrowd(reply);
      else letIn(new TacitError('SERVICE_UNAVAILABLE', tooMany));
    });
  });
}

/** Gives a place back when the answer is there, or nobody waits for it. */
function leaveWith({ raw }: FastifyReply, leave: () => void): void {
  if (raw.closed) leave();
  else raw.once('close', leave);
}

async function waitForPlace(room: Room, reply: FastifyReply): Promise<boolean> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const leave = await room.wait(gone.signal);
  if (leave === undefined) return false;
  leaveWith(reply, leave);
  return true;
}

function isPerson({ headers, method }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

const tooMany = `More is asked of this server than it can answer; try again in ${retryAfter} seconds.`;

function showCrowd(reply: FastifyReply): void {
  void reply
    .code(503)
    .header('retry-after', retryAfter)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page);
}

/** Drawn by nobody: the dashboard is what has no time. */
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${retryAfter}"><title>Tacit</title>
<p>More people are here than this server can answer. It asks again by itself in ${retryAfter} seconds.
<p lang="fr">Il y a ici plus de monde que ce serveur ne peut servir. La page se redemande d’elle-même dans ${retryAfter} secondes.
</html>
`;
