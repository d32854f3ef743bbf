import type { FastifyReply, FastifyRequest } from 'fastify';
import { reject } from '../errors/tacit-error.ts';

/** What is asked for by other methods than those that an address takes. */
export const otherMethods = {
  /** For addresses that take both. */
  thanGetAndPost: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE'],
  thanPost: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS'],
  thanOfPages: ['PUT', 'PATCH', 'DELETE', 'TRACE'],
} as const;

/** Refuses a method with 405, and says which would do; a hook, so that no body is read. */
export function refuseMethod(allowed: string, message = `This address takes ${allowed}.`) {
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    void reply.header('allow', allowed);
    reject('METHOD_NOT_ALLOWED', message);
  };
}
