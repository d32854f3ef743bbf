import type { Handle, ServerInit } from '@sveltejs/kit/hooks';
import { lendPictures } from './figures/lend.ts';
import { localeOf } from './lib/i18n/locale.ts';

/** Tells every load the language of its address, and the document too. */
export const handle: Handle = ({ event, resolve }) => {
  event.locals.locale = localeOf(event.url.pathname);
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.locale),
  });
};

/** Before the first request: the server asks for pictures as soon as somebody cites one. */
export const init: ServerInit = () => lendPictures();
