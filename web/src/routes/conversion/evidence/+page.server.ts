import { ask } from '../../../lib/api/ask.ts';
import { conversionPage } from '../../../lib/api/conversion.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { Address } from '../../../lib/url-state/address.ts';
import { settle } from '../../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** When each occupation first met the rule of each stage, as a table. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  settle(url, address);
  const variables = { locale: graphLocale(locals.locale), filter: {}, occupation: '', chosen: false };
  const result = await ask(conversionPage, variables);
  return {
    ...result,
    resets: address.resets,
    release: result.dataset?.release,
    query: excerpt(conversionPage.document, variables, ['record']),
  };
};
