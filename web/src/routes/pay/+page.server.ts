import { ask, unlessWithheld } from '../../lib/api/ask.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { ledgerList } from '../../lib/api/ledgers.ts';
import { payPage } from '../../lib/api/pay.ts';
import { payCount, realisedRatesOf } from '../../lib/api/realised.ts';
import {
  payConditions,
  payFilterOf,
  readPayState,
  type PayCondition,
  type PayState,
} from '../../lib/findings/pay-state.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, slug } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const named = ({ group }: { group: { key: string; label: string } }) => ({
  slug: group.key,
  name: group.label,
});
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

/** Published hourly rates, grouped, filtered and ordered as the address asks, beside what ledgers show paid. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const state = readPayState(address);
  const ledger = address.text('ledger', slug);
  settle(url, address);
  const locale = graphLocale(locals.locale);

  const read = async (given: PayState) => {
    const variables = {
      locale,
      groupBy: given.by.toUpperCase() as Uppercase<PayState['by']>,
      filter: payFilterOf(given),
      each: given.by === 'profession',
    };
    return { result: await ask(payPage, variables), variables };
  };
  let { result, variables } = await read(state);
  const lists = {
    sector: result.sectors.nodes,
    platform: result.platforms
      .map(named)
      .filter((one) => one.slug !== 'unknown')
      .toSorted(byName),
    laboratory: result.laboratories.nodes
      .filter(({ payObservations }) => payObservations.totalCount > 0)
      .map(({ slug: own, name }) => ({ slug: own, name }))
      .toSorted(byName),
    country: result.countries
      .map(named)
      .filter((one) => one.slug !== 'unknown')
      .toSorted(byName),
  };
  let unknown = false;
  for (const name of ['sector', 'platform', 'laboratory', 'country'] as const) {
    const value = state[name];
    if (value === undefined || lists[name].some((one) => one.slug === value)) continue;
    address.reset(name, value);
    state[name] = undefined;
    unknown = true;
  }
  if (unknown) ({ result, variables } = await read(state));

  const ledgers = (await ask(ledgerList, { locale })).datasets.nodes.filter(({ measures }) =>
    (['AMOUNT', 'HOURS'] as const).every((one) => measures.includes(one)),
  );
  const chosen = ledgers.find((one) => one.slug === ledger) ?? ledgers[0];
  if (ledger !== undefined && chosen?.slug !== ledger) address.reset('ledger', ledger);
  const asked = chosen && { ledger: chosen.slug, locale, filter: { templateBand: false } };
  const realised = asked && (await unlessWithheld(ask(realisedRatesOf, asked)));

  return {
    rates: result.payRates,
    other: result.other.nodes,
    lists,
    widen: result.payRates.length === 0 ? await widening(state) : [],
    ledgers,
    ledger: chosen?.slug ?? null,
    realised: realised ?? null,
    state,
    resets: address.resets,
    record: result.record,
    release: result.record?.release,
    query: excerpt(payPage.document, variables, ['payRates']),
    realisedQuery: excerpt(realisedRatesOf.document, asked ?? {}, ['dataset']),
  };
};

/** How many rates there would be without each of the conditions. */
async function widening(state: PayState): Promise<{ condition: PayCondition; rates: number }[]> {
  const active = payConditions.filter((condition) => state[condition] !== undefined);
  const counts = await Promise.all(
    active.map(async (condition) => {
      const { payObservations } = await ask(payCount, {
        filter: payFilterOf({ ...state, [condition]: undefined }),
      });
      return { condition, rates: payObservations.totalCount };
    }),
  );
  return counts.filter(({ rates }) => rates > 0);
}
