import { error, isHttpError } from '@sveltejs/kit';
import { ask, askWhatFits } from '../../../lib/api/ask.ts';
import { measures } from '../../../lib/api/common.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { projectPage, projectWork, type ProjectWork } from '../../../lib/api/project.ts';
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
  const work = recorded.length === 0 ? null : await workOf(variables);
  return {
    project,
    work,
    measure,
    resets: address.resets,
    release: work?.release,
    query: excerpt(projectWork.document, variables, ['ledger']),
  };
};

/** Null where disclosure control lets nothing of this one project out. */
async function workOf(
  variables: NonNullable<(typeof projectWork)['variables']>,
): Promise<ProjectWork | null> {
  try {
    return (await askWhatFits(projectWork, variables)).ledger;
  } catch (problem) {
    if (isHttpError(problem) && problem.body.code === 'DISCLOSURE_RISK') return null;
    throw problem;
  }
}
