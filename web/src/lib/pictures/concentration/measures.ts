import ForestPlot from '../../charts/ForestPlot.svelte';
import type { LedgerShares } from '../../concentration/shares.ts';
import type { Edition } from '../../i18n/edition.ts';
import { measureOf, writeCurveName } from '../../url-state/curve-name.ts';
import { draw, type Picture } from '../picture.ts';
import { hiddenWhy, pointsOf } from './allotments.ts';
import { restsOn } from '../rests-on.ts';
import { measureName } from './curve-words.ts';
import { licencesOf } from './standing.ts';
import { estimateCells, estimateColumns } from './tables.ts';
import { vegaDots } from '../vega-lite.ts';

const compared = ['UNITS', 'AMOUNT', 'HOURS'] as const;

/**
 * Output beside pay beside hours: what the top fifth by each holds, in every ledger that records more than one of them;
 * null where none does.
 */
export function measuresPicture(words: Edition, all: readonly LedgerShares[], lead: string): Picture | null {
  const { t, href, exact, percent, list } = words;
  const rows = all.filter(({ shares }) => compared.filter((measure) => shares[measure]).length > 1);
  const shown = compared.filter((measure) => rows.some(({ shares }) => shares[measure]));
  const told = rows
    .filter(({ shares }) => Object.values(shares).every(({ top20 }) => top20.value !== null))
    .toSorted(
      (a, b) => Number(b.ledger.slug === lead) - Number(a.ledger.slug === lead) || people(b) - people(a),
    )[0];
  if (rows.length === 0) return null;
  return {
    id: 'measures',
    finding: told
      ? t('concentration.measures_finding', {
          ledger: told.ledger.title,
          shares: list(
            compared.flatMap((measure) => {
              const value = told.shares[measure]?.top20.value;
              return value == null ? [] : [t(`concentration.of_${measure}`, { share: percent(value, 1) })];
            }),
          ),
        })
      : t('concentration.measures_title'),
    measure: t('concentration.measures_measure', {
      simulated: rows.filter(({ ledger }) => ledger.kind === 'SIMULATED').length,
    }),
    description: t('concentration.measures_description', { count: rows.length }),
    drawing: draw(
      ForestPlot,
      {
        rows: rows.map(({ ledger, shares }) => {
          const measured = compared.flatMap((measure) => shares[measure] ?? []);
          return {
            id: ledger.slug,
            label: ledger.title,
            href: href('/concentration', { curve: measureCurves(ledger) }),
            group: 'all',
            n: Math.max(...measured.map(({ contributors }) => contributors)),
            hollow: measured.some(({ reliability }) => reliability === 'LOW') || ledger.kind === 'SIMULATED',
            points: compared.flatMap((measure) =>
              shares[measure] ? pointsOf(measure, shares[measure]) : [],
            ),
            // One reason for the row where it has nothing to show; else the table has those of each measure.
            suppressed: measured.every(({ top20 }) => top20.value === null)
              ? measured.map((one) => hiddenWhy(words, one)).find((why) => why)
              : undefined,
          };
        }),
        groups: [{ key: 'all', label: t('concentration.measures_group') }],
        columns: shown.map((measure) => ({ key: measure, label: measureName(words, measure) })),
        reference: { value: 0.2, label: t('concentration.reference_equal') },
        labels: { n: 'n' },
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('concentration.measures_note') }],
    tables: [
      {
        key: 'measures',
        columns: [
          { key: 'ledger', label: t('concentration.choose_ledger'), kind: 'text' },
          { key: 'measure', label: t('concentration.choose_measure'), kind: 'text' },
          { key: 'contributors', label: t('concentration.contributors'), kind: 'count' },
          ...estimateColumns(words, 'top_20', t('concentration.top20'), { kind: 'share', digits: 1 }),
        ],
        rows: rows.flatMap(({ ledger, shares }) =>
          compared.flatMap((measure) => {
            const one = shares[measure];
            return one
              ? [
                  [
                    ledger.title,
                    { value: measure, shown: measureName(words, measure) },
                    one.contributors,
                    ...estimateCells(words, one.top20),
                  ],
                ]
              : [];
          }),
        ),
      },
    ],
    standing: {
      ...restsOn(
        words,
        rows.map(({ ledger, releases }) => ({ ...ledger, releases })),
      ),
      n: t('concentration.measures_n', {
        ledgers: rows.length,
        people: exact(rows.reduce((sum, row) => sum + people(row), 0)),
      }),
      licences: licencesOf(rows.map(({ ledger }) => ledger)),
      sources: [{ label: t('concentration.all_sources'), path: '/methods#ledgers' }],
      method: t('concentration.method_mixed'),
    },
    fields: ['units', 'amounts', 'hours'],
    simulated: rows.every(({ ledger }) => ledger.kind === 'SIMULATED'),
    vegaLite: vegaDots({
      row: 'ledger',
      value: 'top_20',
      low: 'top_20_low',
      high: 'top_20_high',
      colour: 'measure',
      reference: 0.2,
    }),
  };
}

const people = ({ shares }: LedgerShares): number =>
  Math.max(...Object.values(shares).map(({ contributors }) => contributors));

/** The curves of a ledger by each of what it records. */
function measureCurves(ledger: LedgerShares['ledger']): string[] {
  const { slug, measures } = ledger;
  const usual = measureOf({ ledger: slug }, ledger);
  return compared
    .filter((measure) => measures.includes(measure))
    .map((measure) => writeCurveName({ ledger: slug, ...(measure !== usual && { measure }) }));
}
