import type { Allotment, Measure } from '../../api/common.ts';
import type { TopFifth } from '../../api/concentration-ledgers.ts';
import ForestPlot from '../../charts/ForestPlot.svelte';
import { suppressionReason } from '../../components/suppression-reason.ts';
import type { LedgerShares } from '../../concentration/shares.ts';
import type { Edition } from '../../i18n/edition.ts';
import { measureOf, writeCurveName } from '../../url-state/curve-name.ts';
import { draw, type Picture } from '../picture.ts';
import { restsOn } from '../rests-on.ts';
import { measureName } from './curve-words.ts';
import { licencesOf } from './standing.ts';
import { estimateCells, estimateColumns } from './tables.ts';
import { vegaDots } from '../vega-lite.ts';

interface Row {
  shares: LedgerShares;
  measure: Measure;
  top: TopFifth;
}

const groups = [
  { key: 'OPEN', label: 'concentration.group_open' },
  { key: 'CAPPED', label: 'concentration.group_capped' },
  { key: 'ASSIGNED', label: 'concentration.group_assigned' },
] as const;

/** What the top fifth holds in every ledger, those set apart where work was capped or assigned. */
export function allotmentsPicture(words: Edition, all: readonly LedgerShares[]): Picture | null {
  const { t, href, exact } = words;
  const rows = all.flatMap((shares): Row[] => {
    const measure = measureOf({ ledger: shares.ledger.slug }, shares.ledger);
    const top = measure && shares.shares[measure];
    return top && shares.ledger.allotment ? [{ shares, measure, top }] : [];
  });
  if (rows.length < 2) return null;
  const people = rows.reduce((sum, { top }) => sum + top.contributors, 0);
  return {
    id: 'allotments',
    finding: allotmentsFinding(words, rows),
    measure: t('concentration.allotments_measure', {
      simulated: rows.filter(({ shares: { ledger } }) => ledger.kind === 'SIMULATED').length,
    }),
    description: t('concentration.allotments_description', { count: rows.length }),
    drawing: draw(
      ForestPlot,
      {
        rows: rows.map(({ shares: { ledger }, measure, top }) => ({
          id: ledger.slug,
          label: measure === 'UNITS' ? ledger.title : `${ledger.title}, ${measureName(words, measure)}`,
          href: href('/concentration', { curve: writeCurveName({ ledger: ledger.slug }) }),
          group: ledger.allotment!,
          n: top.contributors,
          hollow: top.reliability === 'LOW' || ledger.kind === 'SIMULATED',
          points: pointsOf('top20', top),
          suppressed: hiddenWhy(words, top),
        })),
        groups: groups.map(({ key, label }) => ({ key, label: t(label) })),
        columns: [{ key: 'top20', label: t('concentration.column_fifth') }],
        reference: { value: 0.2, label: t('concentration.reference_equal') },
        labels: { n: 'n' },
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('concentration.allotments_note') }],
    tables: [
      {
        key: 'allotments',
        columns: [
          { key: 'ledger', label: t('concentration.choose_ledger'), kind: 'text' },
          { key: 'allotment', label: t('concentration.column_allotment'), kind: 'text' },
          { key: 'measure', label: t('concentration.choose_measure'), kind: 'text' },
          { key: 'contributors', label: t('concentration.contributors'), kind: 'count' },
          ...estimateColumns(words, 'top_20', t('concentration.top20'), { kind: 'share', digits: 1 }),
        ],
        rows: rows.map(({ shares: { ledger }, measure, top }) => [
          ledger.title,
          {
            value: ledger.allotment,
            shown: t(groups.find(({ key }) => key === ledger.allotment)!.label),
          },
          { value: measure, shown: measureName(words, measure) },
          top.contributors,
          ...estimateCells(words, top.top20),
        ]),
      },
    ],
    standing: {
      ...restsOn(
        words,
        rows.map(({ shares: { ledger, releases } }) => ({ ...ledger, releases })),
      ),
      n: t('concentration.allotments_n', { ledgers: rows.length, people: exact(people) }),
      licences: licencesOf(rows.map(({ shares }) => shares.ledger)),
      sources: [{ label: t('concentration.all_sources'), path: '/methods#ledgers' }],
      method: t('concentration.method_mixed'),
    },
    fields: ['units', 'amounts', 'hours'],
    simulated: false,
    vegaLite: vegaDots({
      row: 'ledger',
      value: 'top_20',
      low: 'top_20_low',
      high: 'top_20_high',
      facet: 'allotment',
      reference: 0.2,
    }),
  };
}

/** The points of a row of a forest plot. */
export function pointsOf(key: string, { top20 }: TopFifth) {
  if (top20.value === null) return [];
  return [{ key, value: top20.value, low: top20.interval?.low, high: top20.interval?.high }];
}

/** Why the share of a ledger is not shown. */
export function hiddenWhy(words: Edition, { top20, suppression }: TopFifth): string | undefined {
  const reason = suppression ?? top20.suppression;
  return reason ? suppressionReason(words, reason) : undefined;
}

function allotmentsFinding(words: Edition, rows: readonly Row[]): string {
  const { t, percent } = words;
  const range = (group: Allotment): string | null => {
    const values = rows.flatMap(({ shares: { ledger }, top }) =>
      ledger.allotment === group && ledger.kind !== 'SIMULATED' ? (top.top20.value ?? []) : [],
    );
    if (values.length === 0) return null;
    const [low, high] = [percent(Math.min(...values)), percent(Math.max(...values))];
    return low === high ? low : t('concentration.range', { low, high });
  };
  const [open, capped, assigned] = [range('OPEN'), range('CAPPED'), range('ASSIGNED')];
  if (open && capped && assigned) return t('concentration.allotments_finding', { open, capped, assigned });
  if (open && (capped || assigned))
    return t(capped ? 'concentration.allotments_capped' : 'concentration.allotments_assigned', {
      open,
      other: (capped ?? assigned)!,
    });
  return t('concentration.allotments_title');
}
