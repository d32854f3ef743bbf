import type { FastifyRequest } from 'fastify';

/** Addresses that answer with something of one reader's, or are kept elsewhere. */
const own = /^(\/fr)?\/(_app|figures|embed)\//;
/** Pages whose query is a question or a receipt of the reader's own. */
const asking = /^(\/fr)?\/(graphql|import)\?/;
/** A page's address has no extension; other files are small, or kept as files. */
const file = /\.\w+(\?|$)/;
/** Longer ones are kept by nobody: a page's state is a few hundred letters. */
const longest = 2000;

/** Whether the answer would be the same for everybody who has no key: a page, read without one. */
export function mayKeep({
  method,
  url,
  headers,
}: Pick<FastifyRequest, 'method' | 'url' | 'headers'>): boolean {
  return (
    method === 'GET' &&
    headers.authorization === undefined &&
    headers.range === undefined &&
    (headers.accept ?? '').includes('text/html') &&
    url.length <= longest &&
    !own.test(url) &&
    !asking.test(url) &&
    !file.test(url.split('?')[0]!)
  );
}
