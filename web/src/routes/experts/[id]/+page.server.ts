import { error } from '@sveltejs/kit';
import { ask } from '../../../lib/api/ask.ts';
import { measures } from '../../../lib/api/common.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { expertLedger, expertPage } from '../../../lib/api/expert.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { Address } from '../../../lib/url-state/address.ts';
import { settle } from '../../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** One contributor of an open ledger by one measure; of a protected one the API forbids it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const address = new Address(url.searchParams);
  const asked = address.one('measure', measures);
  settle(url, address);
  const { expert: found } = await ask(expertLedger, { id: params.id });
  if (!found) error(404, 'There is no such expert.', { code: 'NOT_FOUND' });
  const { slug, measures: recorded } = found.dataset;
  const usual = recorded[0] ?? 'UNITS';
  if (asked !== undefined && !recorded.includes(asked)) address.reset('measure', asked);
  const measure = asked !== undefined && recorded.includes(asked) ? asked : usual;
  const variables = {
    locale: graphLocale(locals.locale),
    ledger: slug,
    id: params.id,
    measure,
    amount: recorded.includes('AMOUNT'),
    hours: recorded.includes('HOURS'),
    units: recorded.includes('UNITS'),
    improvement: recorded.includes('IMPROVEMENT'),
  };
  const { expert, ledger } = await ask(expertPage, variables);
  if (!expert || !ledger) error(404, 'There is no such expert.', { code: 'NOT_FOUND' });
  return {
    expert,
    ledger,
    measure,
    resets: address.resets,
    release: ledger.release,
    query: excerpt(expertPage.document, variables, ['expert', 'ledger']),
  };
};
