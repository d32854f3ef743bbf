import type { Claim, ClaimTest } from '../../api/claims.ts';
import ForestPlot from '../../charts/ForestPlot.svelte';
import { rowName } from '../../components/claims/measured.ts';
import { forestRows } from '../../findings/forest-rows.ts';
import { ledgersOf, tallyAt } from '../../findings/ledger-tally.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { restsOn } from '../rests-on.ts';
import { ledgerTable } from './ledger-table.ts';
import { vegaDots } from '../vega-lite.ts';

/** Top shares of every ledger with their intervals, against the claimed half. */
export function forestPicture(words: Edition, claim: Claim): Picture {
  const { t, exact, href } = words;
  const { tests } = claim;
  const ledgers = ledgersOf(tests);
  const open = ledgers.open.length;
  const [at20, at10] = [tallyAt(tests, 0.2), tallyAt(tests, 0.1)];
  const counts = {
    for: at20.supported,
    for20: at20.supported,
    for10: at10.supported,
    open,
    controls: ledgers.controls.length,
    small: ledgers.small.length,
    count: open + ledgers.controls.length + ledgers.small.length,
  };
  const distinct = (pick: (test: ClaimTest) => string | null | undefined) => [
    ...new Set(tests.flatMap((test) => pick(test) ?? [])),
  ];
  const contributors = tests.filter(({ fraction }) => fraction === 0.2).reduce((sum, { n }) => sum + n, 0);

  return {
    id: claim.slug,
    finding: t('claims.headline', counts),
    measure: t('claims.measure'),
    headline: { value: at20.supported },
    description: t('claims.chart_description', counts),
    drawing: draw(
      ForestPlot,
      {
        rows: forestRows(tests, href, (test) => rowName(words, test)),
        groups: [
          { key: 'open', label: t('claims.group_open') },
          { key: 'control', label: t('claims.group_control') },
          ...(counts.small > 0 ? [{ key: 'small', label: t('claims.group_small') }] : []),
        ],
        // The first column takes the accent: it is the one that the headline is about.
        columns: [
          { key: '0.2', label: t('claims.top_20') },
          { key: '0.1', label: t('claims.top_10') },
        ],
        reference: { value: 0.5, label: t('claims.half') },
        labels: { n: t('claims.contributors') },
      },
      [320, 720, 1100],
    ),
    notes: [
      { text: t('claims.not_shown_who') },
      ...(counts.controls > 0 ? [{ text: t('claims.controls_note', { count: counts.controls }) }] : []),
      ...(counts.small > 0 ? [{ text: t('claims.small_note', { count: counts.small }) }] : []),
    ],
    tables: [ledgerTable(words, tests)],
    standing: {
      ...restsOn(
        words,
        tests.flatMap(({ dataset }) =>
          dataset ? [{ ...dataset, releases: dataset.release ? [dataset.release.number] : [] }] : [],
        ),
      ),
      n: t('claims.n', { count: counts.count, contributors: exact(contributors) }),
      sources: [{ label: t('claims.each_source'), path: '/methods#ledgers' }],
      method: t('claims.method'),
      licences: distinct(({ dataset }) => dataset?.licence),
    },
    fields: ['claims', 'claim'],
    simulated: false,
    vegaLite: vegaDots({
      row: 'ledger',
      value: 'share',
      low: 'low',
      high: 'high',
      colour: 'fraction',
      facet: 'allotment',
      reference: 0.5,
    }),
  };
}
