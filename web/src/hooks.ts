import type { Reroute } from '@sveltejs/kit/hooks';
import { pathWithoutLocale } from './lib/i18n/locale.ts';

/** Both languages share one set of routes: /fr/pay is drawn by /pay. */
export const reroute: Reroute = ({ url }) => pathWithoutLocale(url.pathname);
