import { ask } from '../../lib/api/ask.ts';
import { methodsPage } from '../../lib/api/methods.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import type { PageServerLoad } from './$types';

/** The ledgers that the page lists; its prose is its own. */
export const load: PageServerLoad = async ({ locals }) => {
  const { datasets } = await ask(methodsPage, { locale: graphLocale(locals.locale) });
  return { ledgers: datasets.nodes };
};
