import type { RequestHandler } from './$types';

/** Everything may be read; the explorer's answers need not be indexed. */
export const GET: RequestHandler = ({ url }) =>
  new Response(
    `User-agent: *\nDisallow: /graphql\nDisallow: /fr/graphql\n\nSitemap: ${url.origin}/sitemap.xml\n`,
    {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    },
  );
