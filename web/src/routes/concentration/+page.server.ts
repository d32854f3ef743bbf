import { error } from '@sveltejs/kit';
import { askWhatFits } from '../../lib/api/ask.ts';
import { measures, type GraphLocale, type Measure } from '../../lib/api/common.ts';
import { concentrationPage } from '../../lib/api/concentration.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { graphLocale } from '../../lib/i18n/locale.ts';
import { Address, slug } from '../../lib/url-state/address.ts';
import { settle } from '../../lib/url-state/settle.ts';
import type { PageServerLoad } from './$types';

const usualLedger = 'mmteb';

interface Choice {
  ledger: string;
  measure: Measure;
  compare: readonly string[];
}

/** One ledger by one measure, with up to two others beside it. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const address = new Address(url.searchParams);
  const asked: Choice = {
    ledger: address.text('ledger', slug, usualLedger),
    measure: address.one('measure', measures, 'UNITS'),
    compare: address.many('compare', slug, 2),
  };
  settle(url, address);

  let answer = await read(graphLocale(locals.locale), asked);
  const { result } = answer;
  if (!result.ledger) {
    // Either there is no such ledger, or it does not record the measure: take the usual one in its place.
    const known = result.datasets.nodes.find((one) => one.slug === asked.ledger);
    if (known) address.reset('measure', asked.measure);
    else address.reset('ledger', asked.ledger);
    const usual = { ledger: known?.slug ?? usualLedger, measure: 'UNITS', compare: asked.compare } as const;
    answer = await read(graphLocale(locals.locale), usual);
  }
  const { ledger, second, third, datasets } = answer.result;
  const { variables } = answer;
  if (!ledger) error(503, 'No ledger is loaded yet.', { code: 'SERVICE_UNAVAILABLE' });
  for (const [name, found] of [
    [variables.second, second],
    [variables.third, third],
  ] as const)
    if (name && !found) address.reset('compare', name);

  return {
    ledger,
    beside: [second, third].filter((one) => one != null),
    measure: variables.measure,
    ledgers: datasets.nodes,
    resets: address.resets,
    query: excerpt(concentrationPage.document, variables, ['ledger', 'second', 'third']),
    release: ledger.release,
  };
};

async function read(locale: GraphLocale, { ledger, measure, compare }: Choice) {
  const [second = '', third = ''] = compare.filter((one) => one !== ledger);
  const variables = {
    locale,
    ledger,
    measure,
    second,
    withSecond: second !== '',
    third,
    withThird: third !== '',
  };
  return { variables, result: await askWhatFits(concentrationPage, variables) };
}
