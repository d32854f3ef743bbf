import { ask } from '../../../lib/api/ask.ts';
import { stages } from '../../../lib/api/common.ts';
import { conversionList } from '../../../lib/api/conversion-list.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { rowPages } from '../../../lib/pictures/row-pages.ts';
import { Address, month, slug } from '../../../lib/url-state/address.ts';
import { settle } from '../../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** The occupations as a table, a hundred at a time: all of them, or those of a stage, a sector and a date. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const asked = {
    stage: address.one('stage', stages),
    sector: address.text('sector', slug),
    until: address.text('until', month),
  };
  const page = address.number('page', { min: 1, max: 99, decimals: 0 }, 1);
  settle(url, address);

  const read = ({ stage, sector, until }: typeof asked) => {
    const variables = {
      locale: graphLocale(locals.locale),
      filter: { ...(sector && { sector: [sector] }), ...(stage && { stage: [stage] }) },
      asOf: until,
    };
    return ask(conversionList, variables).then((result) => ({ result, variables }));
  };
  let { result, variables } = await read(asked);
  const state = { ...asked };
  if (asked.sector && !result.sectors.nodes.some((one) => one.slug === asked.sector)) {
    address.reset('sector', asked.sector);
    state.sector = undefined;
    ({ result, variables } = await read(state));
  }
  const rows = result.conversion.occupations.length;
  const pages = rowPages(rows, page);
  if (!pages) address.reset('page', String(page));
  return {
    conversion: result.conversion,
    pages: pages ?? rowPages(rows, 1)!,
    sectors: result.sectors.nodes,
    dataset: result.dataset,
    state,
    resets: address.resets,
    release: result.dataset?.release,
    query: excerpt(conversionList.document, variables, ['conversion']),
  };
};
