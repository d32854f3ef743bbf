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
  return response;
};

/** Before the first request: the server asks for pictures as soon as somebody cites one. */
export const init: ServerInit = () => lendPictures();
