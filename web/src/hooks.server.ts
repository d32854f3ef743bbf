import type { Handle, ServerInit } from '@sveltejs/kit/hooks';
import { lendPictures } from './figures/lend.ts';
import { localeOf } from './lib/i18n/locale.ts';

/** What Svelte leaves between elements so that a script can take the page over. */
const seams = /<!--(?:\[(?:!|-?\d+)?|\]|\$?\w*)-->/g;

/** Tells every load the language of its address, and the document too; pages without Svelte's script have no seams. */
export const handle: Handle = ({ event, resolve }) => {
  event.locals.locale = localeOf(event.url.pathname);
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html.replace('%lang%', event.locals.locale);
      return page.includes('__sveltekit_') ? page : page.replaceAll(seams, '');
    },
  });
};

/** Before the first request: the server asks for pictures as soon as somebody cites one. */
export const init: ServerInit = () => lendPictures();
