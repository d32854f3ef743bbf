import { ask } from '../../lib/api/ask.ts';
import { askTurned } from '../../lib/api/ask-turned.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { marketPage, organisationKnown } from '../../lib/api/market.ts';
import { amountKinds, amountMetrics } from '../../lib/findings/market-series.ts';
import { flowMetrics } from '../../lib/findings/value-flow.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { eventMetrics } from '../../lib/pictures/market/events.ts';
import { Address, cursor, slug } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

/** One kind of amount over time, and every published fact a page at a time. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const amounts = address.one('amounts', amountKinds, 'valuation');
  let about = address.text('about', slug);
  const after = address.text('after', cursor);
  const before = after === undefined ? address.text('before', cursor) : undefined;
  settle(url, address);

  if (about !== undefined && (await ask(organisationKnown, { slug: about })).organisation === null) {
    address.reset('about', about);
    about = undefined;
  }
  const read = {
    locale: graphLocale(locals.locale),
    metric: [...amountMetrics[amounts]],
    about: { organisation: about === undefined ? undefined : [about] },
    events: eventMetrics,
    flows: [...flowMetrics],
  };
  const { result, variables } = await askTurned(marketPage, read, { after, before }, pageSize, address);
  return {
    amounts: result.amounts,
    events: result.events,
    flows: result.flows,
    hourly: result.hourly,
    disputes: result.disputes,
    facts: result.facts,
    organisations: result.organisations.nodes
      .filter(({ marketFacts }) => marketFacts.totalCount > 0)
      .toSorted((a, b) => b.marketFacts.totalCount - a.marketFacts.totalCount),
    state: { amounts, about },
    resets: address.resets,
    record: result.record,
    release: result.record?.release,
    query: excerpt(marketPage.document, variables, ['amounts']),
    queries: {
      events: excerpt(marketPage.document, variables, ['events', 'disputes']),
      flow: excerpt(marketPage.document, variables, ['flows']),
      reaching: excerpt(marketPage.document, variables, ['flows', 'hourly']),
    },
  };
};
