import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticator, Scope } from '../access/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the key sent allows; null without one, and where the route does not look at keys. */
    scope: Scope | null;
    /** The number of the key sent; null without one and for ADMIN_KEY. */
    keyId: number | null;
  }
}

export type KeyReader = Pick<Authenticator, 'fromHeader' | 'fromKey'>;

/** Makes room on every request for what its key allows. */
export function decorateScope(app: FastifyInstance): void {
  app.decorateRequest('scope', null);
  app.decorateRequest('keyId', null);
}

/** Reads the key of a request before anything else of it; one that is not valid ends the request there. */
export function identify(keys: KeyReader) {
  return async (request: FastifyRequest): Promise<void> => {
    const { scope, keyId } = await keys.fromHeader(request.headers.authorization);
    Object.assign(request, { scope, keyId });
  };
}
