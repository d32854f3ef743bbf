import type { FastifyRequest } from 'fastify';

/** Where this server is, as the visitor knows it; without a slash at the end. */
export function originOf({ publicUrl }: { publicUrl: string | undefined }, request: FastifyRequest): string {
  return publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
}
