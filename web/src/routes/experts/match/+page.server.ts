import { ask, askWhatFits } from '../../../lib/api/ask.ts';
import { excerpt } from '../../../lib/api/excerpt.ts';
import { ledgerList } from '../../../lib/api/ledgers.ts';
import { matchChoices, matchPage } from '../../../lib/api/match.ts';
import { graphLocale } from '../../../lib/i18n/locale.ts';
import { Address } from '../../../lib/url-state/address.ts';
import {
  readMatchState,
  requirementsOf,
  usualLedger,
  type Found,
} from '../../../lib/url-state/match-state.ts';
import { settle } from '../../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

/** Who of an open ledger fits what a project asks for. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const locale = graphLocale(locals.locale);
  const state = readMatchState(address);
  settle(url, address);

  const all = (await ask(ledgerList, { locale })).datasets.nodes;
  const ledgers = all.filter((one) => !one.protected);
  const known = ledgers.find((one) => one.slug === state.ledger);
  if (!known) address.reset('ledger', state.ledger);
  const ledger = known ?? ledgers.find((one) => one.slug === usualLedger) ?? ledgers[0]!;
  const isCode = /^\d{2}-\d{4}$/.test(state.profession ?? '');
  const choices = await askWhatFits(matchChoices, {
    locale,
    ledger: ledger.slug,
    amount: ledger.measures.includes('AMOUNT') && ledger.measures.includes('HOURS'),
    search: isCode ? undefined : state.profession,
    codes: isCode ? [state.profession!] : undefined,
    searching: state.profession !== undefined,
  });
  const found: Found = {
    professions: choices.professions?.nodes ?? [],
    currency: choices.ledger?.money?.currency ?? null,
    has: choices.ledger?.backgrounds ?? { professions: [], countries: [], seniorities: [] },
    sectors: choices.ledger?.sectors ?? [],
  };
  const { requirements, profession, asks } = requirementsOf(state, found, ledger.measures);
  const variables = { locale, ledger: ledger.slug, requirements };
  const result = asks ? (await ask(matchPage, variables)).ledger : null;
  return {
    ledger: result,
    chosen: ledger,
    ledgers,
    state,
    found,
    profession,
    resets: address.resets,
    release: result?.release,
    query: excerpt(matchPage.document, variables, ['ledger']),
  };
};
