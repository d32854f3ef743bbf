import { error } from '@sveltejs/kit';
import { ask, askWhatFits, unlessWithheld } from '../../../lib/api/ask.ts';
import { measures } from '../../../lib/api/common.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { projectPage, projectWork } from '../../../lib/api/project.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { Address } from '../../../lib/url-state/address.ts';
import { settle } from '../../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** One project: what is published of it, and how its work is shared out where a ledger tells. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const address = new Address(url.searchParams);
  const asked = address.one('measure', measures);
  settle(url, address);
  const locale = graphLocale(locals.locale);
  const { project } = await ask(projectPage, { locale, id: params.id });
  if (!project) error(404, 'There is no such project.', { code: 'NOT_FOUND' });
  const { slug, measures: recorded, protected: kept } = project.dataset;
  const fits = asked !== undefined && recorded.includes(asked);
  if (asked !== undefined && !fits) address.reset('measure', asked);
  const measure = fits ? asked : (recorded[0] ?? 'UNITS');
  const variables = {
    locale,
    ledger: slug,
    project: project.id,
    measure,
    rows: !kept,
    rates: recorded.includes('AMOUNT') && recorded.includes('HOURS'),
  };
  const work = recorded.length === 0 ? null : await unlessWithheld(askWhatFits(projectWork, variables));
  return {
    project,
    work: work?.ledger ?? null,
    measure,
    resets: address.resets,
    release: work?.ledger?.release,
    query: excerpt(projectWork.document, variables, ['ledger']),
  };
};
