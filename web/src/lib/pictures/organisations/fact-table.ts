import type { Amount } from '../../api/market.ts';
import { writeFact } from '../../components/market/fact-value.ts';
import { metricName } from '../../components/market/metric-name.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { Table } from '../table.ts';

/** Published facts, oldest first, each with its source. */
export function factTable(words: Edition, facts: readonly Amount[]): Table {
  const { t } = words;
  return {
    key: 'facts',
    columns: [
      { key: 'metric', label: t('market.metric'), kind: 'text' },
      { key: 'value', label: t('market.value'), kind: 'number' },
      { key: 'unit', label: t('claims.column_unit'), kind: 'text', onlyInFiles: true },
      { key: 'as_of', label: t('market.as_of'), kind: 'date' },
      { key: 'subject', label: t('market.subject'), kind: 'text' },
      { key: 'note', label: t('sources.note'), kind: 'text' },
      { key: 'source', label: t('market.source'), kind: 'text' },
    ],
    rows: facts.map((fact) => [
      { value: fact.metric, shown: metricName(words, fact.metric) },
      { value: fact.value, shown: writeFact(words, fact) },
      { value: fact.unit, lang: 'en' },
      fact.asOf,
      { value: fact.subject, lang: 'en' },
      { value: fact.note, lang: 'en' },
      { value: fact.source.title, path: `/sources/${fact.source.slug}`, lang: fact.source.language },
    ]),
  };
}
