import type { FastifyReply, FastifyRequest } from 'fastify';
import { compress } from '../compress.ts';
import type { Drawn } from './draw-apart.ts';

/** Sends what was drawn apart and is kept by nobody: an error, a redirection. */
export function sendDrawn(request: FastifyRequest, { raw }: FastifyReply, drawn: Drawn): void {
  compress(request.raw, raw);
  for (const [name, value] of Object.entries(drawn.headers))
    if (name !== 'content-length') raw.setHeader(name, value);
  raw.statusCode = drawn.status;
  raw.end(drawn.body);
}
