import { ask } from '../../lib/api/ask.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { marketPage } from '../../lib/api/market.ts';
import { amountKinds, amountMetrics } from '../../lib/findings/market-series.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, slug } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const cursor = /^[\w-]{1,512}$/;
const pageSize = 50;

/** One kind of amount over time, and every published fact a page at a time. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const amounts = address.one('amounts', amountKinds, 'valuation');
  let about = address.text('about', slug);
  const after = address.text('after', cursor);
  const before = after === undefined ? address.text('before', cursor) : undefined;
  settle(url, address);

  const read = (organisation: string | undefined) => {
    const variables = {
      locale: graphLocale(locals.locale),
      metric: [...amountMetrics[amounts]],
      about: { organisation: organisation === undefined ? undefined : [organisation] },
      ...(before === undefined ? { first: pageSize, after } : { last: pageSize, before }),
    };
    return ask(marketPage, variables).then((result) => ({ result, variables }));
  };

  let { result, variables } = await read(about);
  if (about !== undefined && !result.organisations.nodes.some((one) => one.slug === about)) {
    address.reset('about', about);
    about = undefined;
    ({ result, variables } = await read(undefined));
  }
  return {
    amounts: result.amounts,
    facts: result.facts,
    organisations: result.organisations.nodes
      .filter(({ marketFacts }) => marketFacts.totalCount > 0)
      .toSorted((a, b) => b.marketFacts.totalCount - a.marketFacts.totalCount),
    state: { amounts, about },
    resets: address.resets,
    record: result.record,
    release: result.record?.release,
    query: excerpt(marketPage.document, variables, ['amounts']),
  };
};
