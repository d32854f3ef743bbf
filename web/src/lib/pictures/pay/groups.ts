import type { PublicRecord } from '../../api/common.ts';
import type { PayRate } from '../../api/pay.ts';
import type { PayRow } from '../../charts/geometry/pay-ranges.ts';
import PayRanges from '../../charts/PayRanges.svelte';
import { recorded } from '../../components/recorded.ts';
import { hourlyRates } from '../../findings/pay-rows.ts';
import { payQuery, type PayGrouping, type PayState } from '../../findings/pay-state.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { groupRateTable } from './rate-tables.ts';
import { vegaRanges } from '../vega-lite.ts';

interface Data {
  rates: PayRate[];
  state: PayState;
  record: PublicRecord | null;
}

type Group = Exclude<PayGrouping, 'profession'>;

/** A group with fewer typical rates is in no headline, and its median is drawn hollow. */
const leastRates = 3;

/** Published rates by sector, platform, country or year: the whole range, the middle half, the median. */
export function groupsPicture(words: Edition, { rates, state, record }: Data, by: Group): Picture | null {
  const { t, exact } = words;
  const hourly = rates.filter((rate) => hourlyRates(rate) > 0);
  if (hourly.length === 0) return null;
  const rows = orderedRows(words, hourly, state, by);
  const total = hourly.reduce((sum, rate) => sum + hourlyRates(rate), 0);
  const counts = { rates: exact(total), groups: exact(hourly.length) };
  return {
    id: 'pay-groups',
    finding: findingOf(words, hourly, by),
    measure: t(`pay.group_measure_${by}`),
    description: t('pay.group_description', counts),
    drawing: draw(
      PayRanges,
      {
        rows,
        currency: 'USD',
        labels: {
          n: t('pay.n'),
          offered: t('pay.offered'),
          premium: '',
          key: {
            offered: t('pay.key_offered'),
            ...(rows.some(({ few, offered }) => few && offered !== null) ? { few: t('pay.key_few') } : {}),
            middle: t('pay.key_middle'),
            range: t('pay.key_whole_range'),
          },
        },
      },
      [320, 720, 1100],
    ),
    notes: [
      ...(by === 'year' || by === 'country' ? [{ text: t(`pay.group_note_${by}`) }] : []),
      ...((state.from ?? state.to) === undefined ? [] : [{ text: t('pay.note_undated') }]),
      ...(state.bands === 'without' ? [{ text: t('pay.note_bands_out') }] : []),
      { text: t('pay.note_advertised') },
    ],
    tables: [groupRateTable(words, hourly, t(`pay.by_${by}`))],
    standing: {
      ...recorded(record),
      n: t('pay.group_standing', counts),
      sources: [{ label: t('pay.each_source'), path: '/sources' }],
      method: t('pay.group_method'),
    },
    fields: ['payRates'],
    simulated: false,
    vegaLite: vegaRanges({
      row: 'group',
      low: 'lowest',
      high: 'highest',
      middle: 'offered_median',
      band: ['p25', 'p75'],
    }),
  };
}

function orderedRows(words: Edition, rates: readonly PayRate[], state: PayState, by: Group): PayRow[] {
  const rows = rates.map((rate): PayRow => {
    const { group, n, median, low, high, p25, p75 } = rate;
    return {
      id: group.key,
      label: group.label,
      href: addressOf(words, state, by, group.key),
      sector: '',
      n: hourlyRates(rate),
      offered: median,
      few: n < leastRates,
      observations: [{ low, high }],
      middle: p25 === null || p75 === null ? null : { low: p25, high: p75 },
    };
  });
  switch (state.order) {
    case 'n':
      return rows.toSorted((a, b) => b.n - a.n);
    case 'name':
      return rows.toSorted((a, b) => a.label.localeCompare(b.label, words.locale));
    case 'rate':
      return rows.toSorted((a, b) => (b.offered ?? -1) - (a.offered ?? -1));
    case 'sector':
    case 'premium':
      return rows;
    default:
      return state.order satisfies never;
  }
}

/** Where a row leads: the professions of that group, every other choice kept. */
function addressOf({ href }: Edition, state: PayState, by: Group, key: string): string | undefined {
  if (key === 'unknown') return undefined;
  const chosen = by === 'year' ? { from: key, to: key } : { [by]: key };
  return href('/pay', payQuery({ ...state, by: 'profession', ...chosen }));
}

function findingOf({ t, money }: Edition, rates: readonly PayRate[], by: Group): string {
  const told = rates.filter(
    ({ n, median, group }) => n >= leastRates && median !== null && group.key !== 'unknown',
  );
  if (told.length < 2) return t('pay.group_finding_few');
  const amount = ({ median, currency }: PayRate) => money(median!, currency);
  if (by === 'year') {
    const years = told.toSorted((a, b) => (a.group.key < b.group.key ? -1 : 1));
    const [first, last] = [years[0]!, years.at(-1)!];
    return t('pay.group_finding_year', {
      start: first.group.key,
      from: amount(first),
      end: last.group.key,
      to: amount(last),
    });
  }
  const sorted = told.toSorted((a, b) => b.median! - a.median!);
  const [most, least] = [sorted[0]!, sorted.at(-1)!];
  return t(`pay.group_finding_${by}`, {
    most: most.group.label,
    high: amount(most),
    least: least.group.label,
    low: amount(least),
  });
}
