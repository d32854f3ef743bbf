import type { ClaimTest } from '../../api/claims.ts';
import { measured } from '../../components/claims/measured.ts';
import { ledgerKind } from '../../findings/ledger-tally.ts';
import { verdictName } from '../../components/verdict-name.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Table } from '../table.ts';

const allotment = {
  OPEN: 'claims.allotment_open',
  CAPPED: 'claims.allotment_capped',
  ASSIGNED: 'claims.allotment_assigned',
} as const;

/** Every test of a ledger: its share with the interval, and the verdict. */
export function ledgerTable(words: Edition, tests: readonly ClaimTest[]): Table {
  const { t } = words;
  return {
    key: 'tests',
    columns: [
      { key: 'ledger', label: t('claims.column_ledger'), kind: 'text' },
      { key: 'measure', label: t('claims.column_measure'), kind: 'text' },
      { key: 'allotment', label: t('claims.column_group'), kind: 'text' },
      { key: 'fraction', label: t('claims.column_fraction'), kind: 'text' },
      { key: 'share', label: t('claims.column_share'), kind: 'share', digits: 1 },
      { key: 'low', label: t('claims.column_low'), kind: 'share', digits: 1 },
      { key: 'high', label: t('claims.column_high'), kind: 'share', digits: 1 },
      { key: 'contributors', label: t('claims.column_n'), kind: 'count' },
      { key: 'verdict', label: t('claims.column_verdict'), kind: 'text' },
    ],
    rows: tests.map((test) => [
      test.dataset
        ? { value: test.dataset.title, path: `/concentration?ledger=${test.dataset.slug}` }
        : test.statistic,
      measured(words, test),
      { value: test.allotment, shown: test.allotment ? t(allotment[test.allotment]) : '–' },
      { value: test.fraction, shown: t(test.fraction === 0.1 ? 'claims.top_10' : 'claims.top_20') },
      test.value,
      test.interval?.low ?? null,
      test.interval?.high ?? null,
      test.n,
      ledgerKind(test) === 'small'
        ? { value: null, shown: t('claims.not_counted') }
        : { value: test.verdict, shown: test.verdict ? verdictName(words, test.verdict) : '–' },
    ]),
  };
}
