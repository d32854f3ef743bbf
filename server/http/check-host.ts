import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { reject } from '../errors/tacit-error.ts';

const possible = /^(\[[\da-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?$/;

/** Refuses a Host that cannot be one: addresses are built from it further on, and some would not parse. */
export function checkHost(
  request: FastifyRequest,
  _reply: FastifyReply,
  done: HookHandlerDoneFunction,
): void {
  const host = request.host;
  if (host && !possible.test(host)) reject('BAD_REQUEST', 'The Host header is not a host.');
  done();
}
