import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

const readable = [
  'etag',
  'ratelimit',
  'ratelimit-limit',
  'ratelimit-policy',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'x-request-id',
];

const sendable = [
  'accept',
  'apollo-require-preflight',
  'authorization',
  'content-type',
  'if-none-match',
  'x-apollo-operation-name',
];

/**
 * Lets pages of the configured origins ask the API from a browser; without any, browsers keep it to our own pages. No
 * cookie ever says who asks, so it is safe to let all in: a page must hold a key to send one.
 */
export async function allowOrigins(app: FastifyInstance, origins: Config['corsOrigins']): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: sendable,
    exposedHeaders: readable,
    maxAge: 24 * 60 * 60,
  });
}
