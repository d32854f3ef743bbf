import type { Measure } from '../../api/common.ts';
import type { ExpertsLedger, RankedExpert } from '../../api/experts.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import type { Table } from '../table.ts';
import { countryName } from './country-name.ts';
import { isSimulated, ledgerStanding, seniorityNames, totalColumn, unitWords } from './ledger-words.ts';
import { vegaDots } from '../vega-lite.ts';

/** A page of the contributors by rank: who, and which share. Needs at least one row. */
export function rankingPicture(words: Edition, ledger: ExpertsLedger, measure: Measure): Picture {
  const { t, exact, percent, href } = words;
  const { nodes: rows, totalCount } = ledger.rankedExperts!;
  const { currency, reliability } = ledger.concentration;
  const unit = unitWords(words, measure, ledger.unit, currency);
  const digits = rows[0]!.share < 0.005 ? 3 : 1;
  const [from, to] = [rows[0]!.rank, rows.at(-1)!.rank];
  const together = rows.reduce((sum, { share }) => sum + share, 0);
  const key = ledger.keyExperts.busFactor ?? 0;
  return {
    id: 'ranking',
    finding:
      rows.length === totalCount
        ? t('experts.ranking_finding_all', { n: exact(totalCount), share: percent(rows[0]!.share) })
        : t('experts.ranking_finding', { from, to, n: exact(totalCount), share: percent(together, 0) }),
    measure: t('experts.ranking_measure', { unit }),
    headline: { value: rows.length === totalCount ? rows[0]!.share : together },
    description: t('experts.ranking_description', {
      from,
      to,
      high: percent(rows[0]!.share, digits),
      low: percent(rows.at(-1)!.share, digits),
    }),
    drawing: draw(
      RankedDots,
      {
        rows: rows.map(({ rank, share, expert }) => ({
          id: expert.id,
          label: [`${exact(rank)}. ${expert.pseudonym}`, expert.profession?.title]
            .filter(Boolean)
            .join(' · '),
          href: href(`/experts/${expert.id}`),
          value: share,
          hollow: reliability === 'LOW',
          lit: rank <= key,
        })),
        value: (share: number) => percent(share, digits),
        tick: (share: number) =>
          percent(share, Math.abs(share - Math.round(share * 100) / 100) < 1e-9 ? 0 : digits),
        labels: { axis: t('experts.ranking_axis') },
      },
      [320, 720, 1100],
    ),
    notes: reliability === 'LOW' ? [{ text: t('experts.low_reliability') }] : [],
    tables: [rankingTable(words, rows, totalColumn(words, measure, unit, currency))],
    standing: ledgerStanding(words, ledger, ledger.concentration.contributors, t('experts.method_rank')),
    fields: ['ledger'],
    simulated: isSimulated(ledger),
    vegaLite: vegaDots({ row: 'expert', value: 'share' }),
  };
}

function rankingTable(words: Edition, rows: readonly RankedExpert[], total: Table['columns'][number]): Table {
  const { t } = words;
  const has = (tells: (row: RankedExpert) => unknown) => rows.some((row) => tells(row) !== null);
  const columns = {
    profession: has(({ expert }) => expert.profession),
    seniority: has(({ expert }) => expert.seniority),
    country: has(({ expert }) => expert.country),
  };
  return {
    key: 'ranking',
    columns: [
      { key: 'rank', label: t('experts.rank'), kind: 'count' },
      { key: 'expert', label: t('experts.expert'), kind: 'text' },
      ...(columns.profession
        ? [{ key: 'profession', label: t('experts.profession'), kind: 'text' as const }]
        : []),
      ...(columns.seniority
        ? [{ key: 'seniority', label: t('experts.seniority'), kind: 'text' as const }]
        : []),
      ...(columns.country ? [{ key: 'country', label: t('experts.country'), kind: 'text' as const }] : []),
      total,
      { key: 'share', label: t('experts.share'), kind: 'share', digits: 2 },
      { key: 'cumulative_share', label: t('experts.cumulative'), kind: 'share', digits: 1 },
    ],
    rows: rows.map(({ rank, expert, total, share, cumulativeShare }) => [
      rank,
      { value: expert.pseudonym, path: `/experts/${expert.id}` },
      ...(columns.profession ? [expert.profession?.title ?? null] : []),
      ...(columns.seniority
        ? [
            {
              value: expert.seniority,
              ...(expert.seniority ? { shown: t(seniorityNames[expert.seniority]) } : {}),
            },
          ]
        : []),
      ...(columns.country
        ? [
            {
              value: expert.country,
              ...(expert.country ? { shown: countryName(words, expert.country) } : {}),
            },
          ]
        : []),
      total,
      share,
      cumulativeShare,
    ]),
  };
}
