import type { Claim } from '../../api/claims.ts';
import type { PublicRecord } from '../../api/common.ts';
import RankedDots from '../../charts/RankedDots.svelte';
import { recorded } from '../../components/recorded.ts';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import { testTable } from './test-table.ts';
import { vegaDots } from '../vega-lite.ts';

/** What each source values the company at, beside the claimed value; those that count are lit. */
export function valuationsPicture(words: Edition, claim: Claim, record: PublicRecord | null): Picture {
  const { t, moneyInWords, href } = words;
  const decisive = claim.tests.filter((test) => test.decisive);
  const claimed = decisive[0]?.threshold ?? null;
  const value = claimed === null ? '' : moneyInWords(claimed, 'USD');
  const counts = { count: decisive.length, agreeing: claim.supported, value };
  return {
    id: claim.slug,
    finding: t('claims.finding_company', counts),
    measure: t('claims.measure_company'),
    headline: { value: claim.supported },
    description: t('claims.description_company', { ...counts, all: claim.tests.length }),
    drawing: draw(
      RankedDots,
      {
        rows: claim.tests.map((test, index) => ({
          id: `${index} ${test.source?.slug ?? ''}`,
          label: test.statistic,
          ...(test.source && { href: href(`/sources/${test.source.slug}`) }),
          value: test.value,
          lit: test.decisive,
          hollow: test.reliability === 'LOW',
        })),
        value: (amount: number) => moneyInWords(amount, 'USD'),
        ...(claimed !== null && {
          reference: { value: claimed, label: t('claims.claimed_at', { value }) },
        }),
        labels: { axis: t('claims.axis_company') },
      },
      [320, 720, 1100],
    ),
    notes: [{ text: t('claims.note_company') }],
    tables: [testTable(words, claim.tests)],
    standing: {
      ...recorded(record),
      n: t('claims.n_sources', { count: claim.tests.length }),
      sources: [{ label: t('claims.every_source'), path: '/sources' }],
    },
    fields: ['claims', 'claim', 'record'],
    simulated: false,
    vegaLite: vegaDots({ row: 'statistic', value: 'value', colour: 'verdict', reference: claimed }),
  };
}
