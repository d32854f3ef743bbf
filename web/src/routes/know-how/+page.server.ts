import { ask } from '../../lib/api/ask.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { disputeKinds, knowHowPage } from '../../lib/api/know-how.ts';
import { countings } from '../../lib/findings/know-how-columns.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** Where the knowledge comes from, the disputes over it, and the positions on whose it is. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const counting = address.one('count', countings, 'all');
  const kind = address.one('disputes', disputeKinds);
  settle(url, address);
  const variables = {
    locale: graphLocale(locals.locale),
    disputes: kind === undefined ? {} : { kind: [kind] },
  };
  const result = await ask(knowHowPage, variables);
  const queryOf = (fields: string[]) => excerpt(knowHowPage.document, variables, fields);
  return {
    ...result,
    state: { counting, kind },
    resets: address.resets,
    release: result.record?.release,
    queries: {
      origins: queryOf(['knowHow']),
      experience: queryOf(['experience']),
      disputes: queryOf(['disputes']),
    },
  };
};
