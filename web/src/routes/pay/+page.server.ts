import { ask } from '../../lib/api/ask.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { payKinds, payPage } from '../../lib/api/pay.ts';
import { payOrders } from '../../lib/findings/pay-rows.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, slug } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** Published hourly rates by profession, filtered and ordered as the address asks. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const asked = {
    sector: address.text('sector', slug),
    platform: address.text('platform', slug),
    kind: address.one('kind', payKinds),
    reliability: address.one('reliability', ['HIGH', 'MEDIUM', 'LOW']),
    bands: address.one('bands', ['without', 'with'], 'without'),
    order: address.one('order', payOrders, 'sector'),
  };
  settle(url, address);

  const read = (given: typeof asked) => {
    const variables = {
      locale: graphLocale(locals.locale),
      filter: {
        sector: given.sector === undefined ? undefined : [given.sector],
        platform: given.platform === undefined ? undefined : [given.platform],
        kind: given.kind === undefined ? undefined : [given.kind],
        reliability: given.reliability === undefined ? undefined : [given.reliability],
        templateBand: given.bands === 'without' ? false : undefined,
      },
    };
    return ask(payPage, variables).then((result) => ({ result, variables }));
  };

  let { result, variables } = await read(asked);
  const known = {
    sector: result.sectors.nodes.some((one) => one.slug === asked.sector),
    platform: result.platforms.nodes.some((one) => one.slug === asked.platform),
  };
  const state = { ...asked };
  for (const name of ['sector', 'platform'] as const) {
    const value = asked[name];
    if (value === undefined || known[name]) continue;
    address.reset(name, value);
    state[name] = undefined;
  }
  if (address.resets.length > 0) ({ result, variables } = await read(state));

  return {
    rates: result.payRates,
    other: result.other.nodes,
    sectors: result.sectors.nodes,
    platforms: result.platforms.nodes,
    state,
    resets: address.resets,
    record: result.record,
    release: result.record?.release,
    query: excerpt(payPage.document, variables, ['payRates']),
  };
};
