import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route's bodies may be large, and are read as fast as they are worked on. */
    slowBody?: boolean;
  }
}

const wholeWithin = 60_000;
const silentFor = 5 * 60_000;

/**
 * Cuts senders that take too long over a body: a minute for the whole of it or, where bodies may be large, five
 * minutes without a sign. Node's own limit cannot tell the one kind of route from the other.
 */
export function bodyDeadline(
  request: FastifyRequest,
  _reply: FastifyReply,
  done: HookHandlerDoneFunction,
): void {
  watch(request);
  done();
}

function watch(request: FastifyRequest): void {
  const { raw } = request;
  if (raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined) return;
  if (request.routeOptions.config.slowBody) {
    // Node cuts a socket that times out. Once all is here the answer may take as long as it needs.
    raw.socket.setTimeout(silentFor);
    raw.once('end', () => raw.socket.setTimeout(0));
    return;
  }
  const timer = setTimeout(() => raw.socket.destroy(), wholeWithin);
  raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
}
