import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { reject } from '../errors/tacit-error.ts';
import { isKnown } from '../graphql/etag-plugin.ts';
import { projectPath } from '../project-root.ts';
import type { Forward } from './dashboard.ts';

interface Options {
  /** To the pages of the explorer. */
  forward: Forward | undefined;
}

/** What stands below `/graphql`: the schema as text, the explorer's pages, and for programs nothing else. */
export async function besideGraphql(app: FastifyInstance, { forward }: Options): Promise<void> {
  app.get('/schema', async ({ headers }, reply) => {
    const text = await readFile(projectPath('schema.graphql'), 'utf8');
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    void reply
      .type('text/plain; charset=utf-8')
      .header('etag', tag)
      .header('cache-control', 'public, no-cache');
    return isKnown(tag, headers['if-none-match']) ? reply.code(304).send() : text;
  });

  app.get('/*', (request, reply) =>
    forward && !wantsJson(request) ? forward(request, reply) : nothingAt(request),
  );
  // A client that puts a slash behind the address goes on to the API, with its body.
  app.route({
    method: 'POST',
    url: '/',
    prefixTrailingSlash: 'slash',
    handler: (_request, reply) => reply.redirect('/graphql', 308),
  });
  app.post('/*', nothingAt);
}

/** Somebody whom a page would not help. */
function wantsJson({ headers: { accept = '' } }: FastifyRequest): boolean {
  return /json/.test(accept) && !/html|\*/.test(accept);
}

function nothingAt({ url }: FastifyRequest): never {
  const path = url.split('?', 1)[0]!.slice(0, 80);
  return reject('NOT_FOUND', `There is nothing at ${path}: the API is at /graphql.`);
}
