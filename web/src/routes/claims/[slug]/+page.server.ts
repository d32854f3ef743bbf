import { error } from '@sveltejs/kit';
import { ask } from '../../../lib/api/ask.ts';
import { claimPage } from '../../../lib/api/claims.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { translate } from '../../../lib/i18n/translate.ts';
import { Address } from '../../../lib/url-state/address.ts';
import { settle } from '../../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** One claim with its tests, what speaks against it and what would turn it; the others stand beside it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const address = new Address(url.searchParams);
  settle(url, address);
  const variables = { slug: params.slug, locale: graphLocale(locals.locale) };
  const { claim, claims, record } = await ask(claimPage, variables);
  if (!claim)
    error(404, translate(locals.locale, 'claims.no_claim', { slug: params.slug }), {
      code: 'NOT_FOUND',
      lang: locals.locale,
    });
  const ordered = claims.toSorted((a, b) => a.position - b.position);
  const at = ordered.findIndex(({ slug }) => slug === claim.slug);
  return {
    claim,
    previous: ordered[at - 1],
    next: ordered[at + 1],
    record,
    release: record?.release,
    resets: address.resets,
    query: excerpt(claimPage.document, variables, ['claim']),
  };
};
