import { error } from '@sveltejs/kit';
import { ask } from '../lib/api/ask.ts';
import { claimsPage } from '../lib/api/claims.ts';
import { excerpt } from '../lib/api/excerpt.ts';
import { graphLocale } from '../lib/i18n/locale.ts';
import { Address } from '../lib/url-state/address.ts';
import { settle } from '../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** The claims: the one on the top contributors leads, the others follow in their order. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  settle(url, address);
  const variables = { locale: graphLocale(locals.locale) };
  const { claims, record } = await ask(claimsPage, variables);
  const [lead, ...others] = claims.toSorted((a, b) => a.position - b.position);
  if (!lead) error(503, 'The claims are not loaded yet.', { code: 'SERVICE_UNAVAILABLE' });
  return {
    lead,
    others,
    resets: address.resets,
    record,
    query: excerpt(claimsPage.document, variables, ['claims']),
    release: record?.release,
  };
};
