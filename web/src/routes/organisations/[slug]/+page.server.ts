import { error } from '@sveltejs/kit';
import { ask } from '../../../lib/api/ask.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { organisationPage } from '../../../lib/api/organisation.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { translate } from '../../../lib/i18n/translate.ts';
import { Address } from '../../../lib/url-state/address.ts';
import { settle } from '../../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** One organisation with all that is published of it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const address = new Address(url.searchParams);
  settle(url, address);
  const variables = { slug: params.slug, locale: graphLocale(locals.locale) };
  const { organisation, record } = await ask(organisationPage, variables);
  if (!organisation)
    error(404, translate(locals.locale, 'organisations.none', { slug: params.slug }), {
      code: 'NOT_FOUND',
      lang: locals.locale,
    });
  return {
    organisation,
    record,
    release: record?.release,
    resets: address.resets,
    query: excerpt(organisationPage.document, variables, ['organisation']),
  };
};
