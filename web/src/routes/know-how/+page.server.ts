import { ask } from '../../lib/api/ask.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { disputeKinds, formerLedger, knowHowPage } from '../../lib/api/know-how.ts';
import { countings } from '../../lib/findings/know-how-columns.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** Where the knowledge comes from, the disputes over it, and the positions on whose it is. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const counting = address.one('count', countings, 'all');
  const [asked] = address.former('ledger');
  const kind = address.one('disputes', disputeKinds);
  const locale = graphLocale(locals.locale);
  const variables = {
    locale,
    disputes: kind === undefined ? {} : { kind: [kind] },
  };
  const result = await ask(knowHowPage, variables);
  const { ledgers } = result.knowHow;
  const chosen = ledgers.find((one) => one.slug === asked) ?? ledgers[0];
  if (asked !== undefined && chosen?.slug !== asked) address.reset('ledger', asked);
  else if (chosen) address.put('ledger', [chosen.slug], [ledgers[0]!.slug]);
  settle(url, address);
  const former = chosen && { slug: chosen.slug, locale };
  const queryOf = (fields: string[]) => excerpt(knowHowPage.document, variables, fields);
  return {
    ...result,
    formerLedger: former ? (await ask(formerLedger, former)).formerLedger : null,
    state: { counting, kind, ledger: chosen === ledgers[0] ? undefined : chosen?.slug },
    resets: address.resets,
    release: result.record?.release,
    queries: {
      origins: queryOf(['knowHow']),
      experience: queryOf(['experience']),
      disputes: queryOf(['disputes']),
      former: former && excerpt(formerLedger.document, former, ['formerLedger']),
    },
  };
};
