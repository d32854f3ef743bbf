import { error } from '@sveltejs/kit';
import { ask } from '../../../lib/api/ask.ts';
import { sourcePage } from '../../../lib/api/source.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { translate } from '../../../lib/i18n/translate.ts';
import type { PageServerLoad } from './$types';

/** One source with every number that rests on it. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { source, evaluations } = await ask(sourcePage, {
    slug: params.slug,
    locale: graphLocale(locals.locale),
  });
  if (!source)
    error(404, translate(locals.locale, 'error.no_source', { slug: params.slug }), {
      code: 'NOT_FOUND',
      lang: locals.locale,
    });
  const { payObservations, marketFacts, evidence, numbers } = source;
  const listed = [payObservations, marketFacts, evidence, evaluations].reduce(
    (sum, { totalCount }) => sum + totalCount,
    0,
  );
  // What is left is the wages of official statistics: thousands of rows, one an occupation.
  return { source, evaluations, wages: Math.max(0, numbers - listed) };
};
