import type { Claim } from '../../api/claims.ts';
import type { PublicRecord } from '../../api/common.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import { recorded } from '../../components/recorded.ts';
import { paidFigures } from '../../findings/claim-figures.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { testTable } from './test-table.ts';
import { vegaDots } from '../vega-lite.ts';

/** The highest hourly rate of every source that reaches what is claimed; those that count are filled. */
export function ratesPicture(words: Edition, claim: Claim, record: PublicRecord | null): Picture {
  const { t, exact, money, href } = words;
  const { reports, retold, claimed, below, medians } = paidFigures(claim.tests);
  const rate = money(claimed, 'USD');
  const counts = { count: reports.length, rate, below: exact(below), medians: exact(medians) };
  return {
    id: claim.slug,
    finding: t('claims.finding_pay', counts),
    measure: t('claims.measure_pay', { rate }),
    headline: { value: reports.length },
    description: t('claims.description_pay', { ...counts, retold: exact(retold.length) }),
    drawing: draw(
      RankedDots,
      {
        rows: [...reports, ...retold].map((test) => ({
          id: test.source!.slug,
          label: test.source!.title,
          href: href(`/sources/${test.source!.slug}`),
          value: test.value,
          hollow: !test.decisive,
          lit: test.decisive,
        })),
        value: (value: number) => money(value, 'USD'),
        reference: { value: claimed, label: t('claims.claimed_at', { value: rate }) },
        labels: { axis: t('claims.axis_pay') },
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('claims.note_pay') }],
    tables: [testTable(words, claim.tests)],
    standing: {
      ...recorded(record),
      n: t('claims.n_reports', { count: reports.length, retold: retold.length }),
      sources: [{ label: t('claims.every_source'), path: '/sources' }],
    },
    fields: ['claims', 'claim', 'record'],
    simulated: false,
    vegaLite: vegaDots({ row: 'source', value: 'value', colour: 'verdict', reference: claimed }),
  };
}
