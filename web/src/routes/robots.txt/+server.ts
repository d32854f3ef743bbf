import type { RequestHandler } from './$types';

/**
 * What is made anew for whoever asks: the explorer's answers, whole pages in a zip, pictures for shared links. The
 * explorer itself, the reference and the changelog are documentation, and may be found.
 */
const made = ['/graphql?', '/page.zip', '/share.png'];

/** Everything may be read; what is made to order need not be crawled. */
export const GET: RequestHandler = ({ url }) => {
  const barred = made.flatMap((path) => [`Disallow: ${path}`, `Disallow: /fr${path}`]);
  return new Response(['User-agent: *', ...barred, '', `Sitemap: ${url.origin}/sitemap.xml`, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
