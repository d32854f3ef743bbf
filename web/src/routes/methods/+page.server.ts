import { ask } from '../../lib/api/ask.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { methodsPage } from '../../lib/api/methods.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import type { PageServerLoad } from './$types';

/** A ledger small enough to follow, large enough for intervals. */
const example = 'mmteb';

/** The worked example and the ledgers that the page lists; its prose is its own. */
export const load: PageServerLoad = async ({ locals }) => {
  const variables = { locale: graphLocale(locals.locale), example };
  const { example: ledger, datasets } = await ask(methodsPage, variables);
  return {
    example: ledger,
    query: excerpt(methodsPage.document, variables, ['example']),
    ledgers: datasets.nodes,
  };
};
