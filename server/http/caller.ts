import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticator, Scope } from '../access/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the key sent allows; null without one, and where the route does not look at keys. */
    scope: Scope | null;
  }
}

export type KeyReader = Pick<Authenticator, 'fromHeader' | 'fromKey'>;

/** Makes room on every request for what its key allows. */
export function decorateScope(app: FastifyInstance): void {
  app.decorateRequest('scope', null);
}

/** Reads the key of a request before anything else of it; one that is not valid ends the request there. */
export function identify(keys: KeyReader) {
  return async (request: FastifyRequest): Promise<void> => {
    request.scope = (await keys.fromHeader(request.headers.authorization)).scope;
  };
}
