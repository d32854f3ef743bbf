import { ask } from '../../lib/api/ask.ts';
import { conversionPage } from '../../lib/api/conversion.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, slug } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** Every occupation at its stage, by wage bill or employment, one sector lit up when asked for. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const area = address.one('area', ['wages', 'people'], 'wages');
  let sector = address.text('sector', slug);
  settle(url, address);

  const variables = { locale: graphLocale(locals.locale) };
  const { conversion, evaluations, record } = await ask(conversionPage, variables);
  if (sector && !conversion.bySector.some((one) => one.sector.slug === sector)) {
    address.reset('sector', sector);
    sector = undefined;
  }
  return {
    conversion,
    evaluations: evaluations.nodes,
    state: { area, sector },
    resets: address.resets,
    record,
    release: record?.release,
    query: excerpt(conversionPage.document, variables, ['conversion']),
  };
};
