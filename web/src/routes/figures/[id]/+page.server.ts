import { error } from '@sveltejs/kit';
import { ask } from '../../../lib/api/ask.ts';
import { figurePage } from '../../../lib/api/figure.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { translate } from '../../../lib/i18n/translate.ts';
import type { PageServerLoad } from './$types';

/** A frozen figure: as it was, with every way to take it along. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { figure } = await ask(figurePage, { id: params.id, locale: graphLocale(locals.locale) });
  if (!figure)
    error(404, translate(locals.locale, 'error.no_figure', { id: params.id.slice(0, 40) }), {
      code: 'NOT_FOUND',
      lang: locals.locale,
    });
  return { figure };
};
