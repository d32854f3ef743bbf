import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { reject } from '../errors/tacit-error.ts';

/** Refuses a body that is packed, which would otherwise be said to be no JSON. */
export function requireUnpacked(
  { headers }: FastifyRequest,
  _reply: FastifyReply,
  done: HookHandlerDoneFunction,
): void {
  const { 'content-encoding': encoding = 'identity' } = headers;
  if (encoding.toLowerCase() !== 'identity')
    reject(
      'UNSUPPORTED_MEDIA_TYPE',
      'Requests are taken unpacked: send the body without "Content-Encoding". Answers are packed where "Accept-Encoding" asks for it.',
    );
  done();
}
