import { error, redirect } from '@sveltejs/kit';
import { ask } from '../../../lib/api/ask.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { professionPage } from '../../../lib/api/profession.ts';
import { professionSearch } from '../../../lib/api/professions.ts';
import { graphLocale, pathIn, type Locale } from '../../../lib/i18n/locale.ts';
import { translate } from '../../../lib/i18n/translate.ts';
import { Address } from '../../../lib/url-state/address.ts';
import { settle } from '../../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** A code as people also write it: 132051, 13-2051.00. */
const loose = /^(\d{2})-?(\d{4})(?:\.\d{2})?$/;

/** All that is known of one profession. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const address = new Address(url.searchParams);
  settle(url, address);
  const [, group, rest] = loose.exec(params.soc) ?? [];
  const socCode = group === undefined ? params.soc : `${group}-${rest}`;
  const locale = graphLocale(locals.locale);
  const text = socCode.replaceAll('-', ' ').slice(0, 80);
  const { found } = await ask(professionSearch, { text, locale });
  if (!found.some(({ profession }) => profession.socCode === socCode))
    missing(locals.locale, params.soc, found);
  if (socCode !== params.soc) redirect(301, pathIn(locals.locale, `/professions/${socCode}`));

  const variables = { socCode, majorGroup: [socCode.slice(0, 2)], locale };
  const result = await ask(professionPage, variables);
  return {
    profession: result.profession!,
    reach: result.conversion.occupations[0] ?? { platforms: 0, benchmarks: 0 },
    realised: result.rateBenchmark.realised,
    neighbours: result.neighbours.nodes.filter((one) => one.socCode !== socCode),
    resets: address.resets,
    record: result.record,
    release: result.record?.release,
    query: excerpt(professionPage.document, variables, ['profession']),
    realisedQuery: excerpt(professionPage.document, variables, ['rateBenchmark']),
  };
};

function missing(
  locale: Locale,
  asked: string,
  found: readonly { profession: { socCode: string; title: string } }[],
): never {
  error(404, translate(locale, 'professions.none_such', { code: asked.slice(0, 80) }), {
    code: 'NOT_FOUND',
    lang: locale,
    nearest: found.slice(0, 8).map(({ profession }) => ({
      path: `/professions/${profession.socCode}`,
      label: `${profession.title} (${profession.socCode})`,
    })),
    search: asked.replaceAll('-', ' ').slice(0, 80),
  });
}
