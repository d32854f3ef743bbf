import { ask } from '../../lib/api/ask.ts';
import { siteSearch } from '../../lib/api/search.ts';
import { nameMatches } from '../../lib/findings/name-match.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const anyText = /^[^\p{Cc}]{1,80}$/u;

/** All that bears a name: professions, organisations, ledgers, claims, sources. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const text = address.text('q', anyText)?.trim();
  settle(url, address);
  if (!text) return { text: '', found: null, resets: address.resets };
  const answer = await ask(siteSearch, { text, locale: graphLocale(locals.locale) });
  return {
    text,
    found: {
      professions: answer.professions,
      organisations: answer.organisations,
      ledgers: answer.ledgers.nodes.filter(({ title }) => nameMatches(title, text)),
      claims: answer.claims.filter(({ statement }) => nameMatches(statement, text)),
      sources: answer.sources,
    },
    resets: address.resets,
    release: answer.record?.release,
  };
};
