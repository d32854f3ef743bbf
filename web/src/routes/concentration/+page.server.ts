import { error } from '@sveltejs/kit';
import { measures, type GraphLocale, type Measure } from '../../lib/api/common.ts';
import { concentrationPage, releaseOf } from '../../lib/api/concentration.ts';
import { excerpt } from '../../lib/api/excerpt.ts';
import { askWhatCanBeShown } from '../../lib/api/fall-back.ts';
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
  if (!result.ledger && !answer.fallenBack.some(({ field }) => field === 'ledger')) {
    // Either there is no such ledger, or it does not record the measure: take the usual one in its place.
    const known = result.datasets.nodes.find((one) => one.slug === asked.ledger);
    if (known) address.reset('measure', asked.measure);
    else address.reset('ledger', asked.ledger);
    const usual = { ledger: known?.slug ?? usualLedger, measure: 'UNITS', compare: asked.compare } as const;
    answer = await read(graphLocale(locals.locale), usual);
  }
  const { ledger, sectors, second, third, datasets } = answer.result;
  const { variables, fallenBack } = answer;
  if (!ledger && fallenBack.length > 0)
    error(403, 'No release of this ledger can be shown.', { code: 'DISCLOSURE_RISK' });
  if (!ledger) error(503, 'No ledger is loaded yet.', { code: 'SERVICE_UNAVAILABLE' });
  const slugs = {
    ledger: ledger.slug,
    sectors: ledger.slug,
    second: variables.second,
    third: variables.third,
  };
  const fell = (name: string): boolean => fallenBack.some(({ field }) => field === name);
  if (slugs.second && !second && !fell('second')) address.reset('compare', slugs.second);
  if (slugs.third && !third && !fell('third')) address.reset('compare', slugs.third);

  return {
    ledger,
    sectors: sectors?.concentrationBy ?? [],
    sectorsRelease: fallenBack.find(({ field }) => field === 'sectors')?.shown ?? null,
    fallenBack: fallenBack.map((part) => ({
      ...part,
      title: datasets.nodes.find(({ slug }) => slug === slugs[part.field])?.title ?? slugs[part.field],
    })),
    beside: [second, third].filter((one) => one != null),
    measure: variables.measure,
    ledgers: datasets.nodes,
    resets: address.resets,
    query: excerpt(concentrationPage.document, variables, ['ledger', 'sectors', 'second', 'third']),
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
  return askWhatCanBeShown(concentrationPage, variables, releaseOf);
}
