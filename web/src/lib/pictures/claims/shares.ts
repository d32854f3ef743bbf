import type { Claim } from '../../api/claims.ts';
import type { PublicRecord } from '../../api/common.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { testTable } from './test-table.ts';
import { vegaDots } from '../vega-lite.ts';

/** How far a claim on 'all' has come: shares of the whole, the first of them the one that the claim is about. */
export function sharesPicture(words: Edition, claim: Claim, record: PublicRecord | null): Picture {
  const { t, exact, percent, href } = words;
  const [lead] = claim.tests;
  const share = percent(lead?.value ?? 0, 0);
  const occupations = exact(Math.max(0, ...claim.tests.map(({ n }) => n)));
  return {
    id: claim.slug,
    finding: t('claims.finding_conversion', { share }),
    measure: t('claims.measure_conversion'),
    ...(lead?.value != null && { headline: { value: lead.value } }),
    description: t('claims.description_conversion', { share, occupations }),
    drawing: draw(
      RankedDots,
      {
        rows: claim.tests.map((test, index) => ({
          id: String(index),
          label: test.statistic,
          href: href('/conversion'),
          value: test.value,
          lit: index === 0,
        })),
        value: (value: number) => percent(value, 0),
        end: 1,
        reference: { value: 1, label: t('claims.claimed_all') },
        labels: { axis: t('claims.axis_conversion') },
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('claims.note_conversion') }],
    tables: [testTable(words, claim.tests)],
    standing: {
      ...recorded(record),
      n: t('claims.n_occupations', { number: occupations }),
      sources: [
        { label: t('claims.source_wages'), path: '/sources/bls-oews-2025' },
        { label: t('claims.source_evidence'), path: '/sources' },
      ],
    },
    fields: ['claims', 'claim', 'record'],
    simulated: false,
    vegaLite: vegaDots({ row: 'statistic', value: 'value', reference: 1 }),
  };
}
