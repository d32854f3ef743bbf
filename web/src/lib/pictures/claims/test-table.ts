import type { ClaimTest } from '../../api/claims.ts';
import { writeTestValue } from '../../components/claims/test-value.ts';
import { verdictName } from '../../components/verdict-name.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Table } from '../table.ts';

/** Every figure of a claim that was not tested on ledgers, those that decide and those shown beside them. */
export function testTable(words: Edition, tests: readonly ClaimTest[]): Table {
  const { t } = words;
  const written = (test: ClaimTest, value: number | null) => ({
    value,
    ...(value !== null && { shown: writeTestValue(words, test, value) }),
  });
  return {
    key: 'tests',
    columns: [
      { key: 'statistic', label: t('claims.column_statistic'), kind: 'text' },
      { key: 'value', label: t('claims.column_value'), kind: 'number' },
      { key: 'threshold', label: t('claims.column_threshold'), kind: 'number' },
      { key: 'n', label: 'n', kind: 'count' },
      { key: 'source', label: t('claims.column_rests'), kind: 'text' },
      { key: 'verdict', label: t('claims.column_verdict'), kind: 'text' },
    ],
    rows: tests.map((test) => [
      test.statistic,
      written(test, test.value),
      written(test, test.threshold),
      test.n,
      test.source
        ? { value: test.source.title, path: `/sources/${test.source.slug}`, lang: test.source.language }
        : null,
      {
        value: test.decisive ? test.verdict : null,
        shown: test.decisive && test.verdict ? verdictName(words, test.verdict) : t('claims.context'),
      },
    ]),
  };
}
