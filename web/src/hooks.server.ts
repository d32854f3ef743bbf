import type { Handle, ServerInit } from '@sveltejs/kit/hooks';
import { lendPictures } from './figures/lend.ts';
import { localeOf } from './lib/i18n/locale.ts';
import { setPage } from './lib/page/set-page.ts';

/** Tells every load the language of its address, and the document too. */
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.locale = localeOf(event.url.pathname);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => setPage(html, event.locals.locale),
  });
  // What is away for the moment is worth another visit.
  if (response.status === 503) response.headers.set('retry-after', '2');
  // The framework leaves it to the document to say how it is encoded.
  if (response.headers.get('content-type') === 'text/html')
    response.headers.set('content-type', 'text/html; charset=utf-8');
  const policy = response.headers.get('content-security-policy');
  if (policy && event.route.id === '/graphql/editor')
    response.headers.set('content-security-policy', looserForEditor(policy));
  return response;
};

/** The editor of queries sets styles as it runs and brings its typefaces with them; what runs is held as everywhere. */
function looserForEditor(policy: string): string {
  return `${policy.replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'")}; font-src 'self' data:`;
}

/** Before the first request: the server asks for pictures as soon as somebody cites one. */
export const init: ServerInit = () => lendPictures();
