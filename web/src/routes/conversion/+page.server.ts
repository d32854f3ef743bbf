import { redirect } from '@sveltejs/kit';
import { ask } from '../../lib/api/ask.ts';
import { stages } from '../../lib/api/common.ts';
import { conversionPage } from '../../lib/api/conversion.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { monthsOf } from '../../lib/findings/stage-steps.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, month, slug, socCode, words } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** Every occupation, or those of a sector, at its stage by a date; one of them with its evidence when asked for. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const asked = {
    area: address.one('area', ['wages', 'people'], 'wages'),
    sector: address.text('sector', slug),
    stage: address.one('stage', stages),
    until: address.text('until', month),
    search: address.text('search', words),
    occupation: address.text('occupation', socCode),
  };
  settle(url, address);

  const read = (given: typeof asked) => {
    const variables = {
      locale: graphLocale(locals.locale),
      filter: given.sector === undefined ? {} : { sector: [given.sector] },
      asOf: given.until,
      occupation: given.occupation ?? '',
      chosen: given.occupation !== undefined,
    };
    return ask(conversionPage, variables).then((result) => ({ result, variables }));
  };

  let { result, variables } = await read(asked);
  const months = monthsOf(result.record.timeline);
  if (asked.until !== undefined && asked.until === months?.last) redirect(303, without(url, 'until'));
  const fits = {
    sector: result.whole.bySector.some((one) => one.sector.slug === asked.sector),
    until:
      months !== null &&
      asked.until !== undefined &&
      asked.until >= months.first &&
      asked.until < months.last,
    occupation: result.profession != null,
  };
  const state = { ...asked };
  for (const name of ['sector', 'until', 'occupation'] as const) {
    const value = asked[name];
    if (value === undefined || fits[name]) continue;
    address.reset(name, value);
    state[name] = undefined;
  }
  if (address.resets.length > 0) ({ result, variables } = await read(state));

  const record = excerpt(conversionPage.document, variables, ['record']);
  return {
    ...result,
    evaluations: result.evaluations.nodes,
    months,
    state,
    resets: address.resets,
    release: result.dataset?.release,
    query: excerpt(conversionPage.document, variables, ['conversion']),
    // Those of the figures that rest on more than the chosen stages.
    queries: {
      sectors: excerpt(conversionPage.document, variables, ['whole']),
      timeline: record,
      predictions: record,
    },
  };
};

/** The same address without a name whose value says nothing. */
function without(url: URL, name: string): string {
  const kept = new URLSearchParams(url.searchParams);
  kept.delete(name);
  return url.pathname + (kept.size > 0 ? `?${kept}` : '');
}
