import type { PayRate } from '../../api/pay.ts';
import { hourlyRates, type MatchedRate } from '../../findings/pay-rows.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Cell, Column, Table } from '../table.ts';

function columnsOf({ t }: Edition) {
  const money = (key: string, label: string): Column => ({ key, label, kind: 'money', currency: 'USD' });
  return {
    money,
    counts: [
      { key: 'rates', label: t('pay.n'), kind: 'count' },
      { key: 'typical_rates', label: t('pay.typical_rates'), kind: 'count' },
      { key: 'platforms', label: t('pay.platforms'), kind: 'count' },
      money('lowest', t('pay.lowest')),
    ] satisfies Column[],
    rest: [
      money('p25', t('pay.p25')),
      money('offered_median', t('pay.offered')),
      money('p75', t('pay.p75')),
      money('highest', t('pay.highest')),
    ],
  };
}

const numbersOf = (rate: PayRate) => [
  hourlyRates(rate),
  rate.n,
  rate.platforms,
  rate.low,
  rate.p25,
  rate.median,
  rate.p75,
  rate.high,
];

/** The rates of each profession with its market wage and premium. */
export function professionRateTable(words: Edition, rates: readonly MatchedRate[]): Table {
  const { t, money: amount, change } = words;
  const { money, counts, rest } = columnsOf(words);
  const wage = (market: PayRate['market']): Cell => ({
    value: market?.median ?? null,
    ...(market?.topCoded && market.median !== null ? { shown: `≥ ${amount(market.median, 'USD')}` } : {}),
  });
  return {
    key: 'pay-ranges',
    columns: [
      { key: 'profession', label: t('pay.profession'), kind: 'text' },
      { key: 'soc_code', label: t('pay.soc'), kind: 'text' },
      ...counts,
      ...rest,
      money('market_p10', t('pay.market_p10')),
      money('market_median', t('pay.market_median')),
      money('market_p90', t('pay.market_p90')),
      { key: 'premium', label: t('pay.premium'), kind: 'share' },
    ],
    rows: rates.map((rate) => [
      { value: rate.group.profession.title, path: `/professions/${rate.group.profession.socCode}` },
      rate.group.profession.socCode,
      ...numbersOf(rate),
      rate.market?.p10 ?? null,
      wage(rate.market),
      rate.market?.p90 ?? null,
      {
        value: rate.premium,
        shown: rate.premium === null ? '–' : (rate.premiumIsUpperBound ? '≤ ' : '') + change(rate.premium),
      },
    ]),
  };
}

/** The rates of each group. */
export function groupRateTable(words: Edition, rates: readonly PayRate[], heading: string): Table {
  const { counts, rest } = columnsOf(words);
  return {
    key: 'pay-groups',
    columns: [{ key: 'group', label: heading, kind: 'text' }, ...counts, ...rest],
    rows: rates.map((rate) => [rate.group.label, ...numbersOf(rate)]),
  };
}
