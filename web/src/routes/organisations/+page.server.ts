import { ask } from '../../lib/api/ask.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { organisationRoles, organisationsPage } from '../../lib/api/organisations.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** Every organisation that published facts name, or those of one role. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const role = address.one('role', organisationRoles);
  settle(url, address);
  const variables = {
    locale: graphLocale(locals.locale),
    filter: role === undefined ? {} : { role: [role] },
  };
  const { organisations, record } = await ask(organisationsPage, variables);
  return {
    organisations,
    record,
    release: record?.release,
    state: { role },
    resets: address.resets,
    query: excerpt(organisationsPage.document, variables, ['organisations']),
  };
};
