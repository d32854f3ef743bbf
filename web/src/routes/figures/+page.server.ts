import { error, redirect } from '@sveltejs/kit';
import { ask, statusOf } from '../../lib/api/ask.ts';
import { figureCreate } from '../../lib/api/figure.ts';
import { pathIn } from '../../lib/i18n/locale.ts';
import type { Actions, PageServerLoad } from './$types';

/** There is no list of figures: each is found by its address, or taken from a page. */
export const load: PageServerLoad = ({ locals }) => redirect(303, pathIn(locals.locale, '/'));

export const actions: Actions = {
  /** Freezes the figure of the page that sent the form, and goes to where it lives. */
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const { figureCreate: made } = await ask(figureCreate, {
      page: String(form.get('page') ?? ''),
      figure: String(form.get('figure') ?? ''),
    });
    const [fault] = made.userErrors;
    if (!made.figure) error(statusOf[fault?.code ?? ''] ?? 400, fault?.message ?? '', { code: fault?.code });
    redirect(303, pathIn(locals.locale, `/figures/${made.figure.id}`));
  },
};
