import type { Measure } from '../../api/common.ts';
import type { Part } from '../../api/expert.ts';
import type { LedgerFacts } from '../../api/experts.ts';
import QuarterColumns from '../../charts/QuarterColumns.svelte';
import type { Edition } from '../../i18n/edition.ts';
import { draw, type Picture } from '../picture.ts';
import {
  isSimulated,
  ledgerStanding,
  measureNames,
  totalColumn,
  totalWords,
  unitWords,
} from './ledger-words.ts';
import { vegaColumns } from '../vega-lite.ts';

export interface Activity {
  facts: LedgerFacts;
  quarters: readonly Part[];
  measure: Measure;
  currency: string | null;
  contributors: number;
  finding: string;
  /** Whom it is about, where the finding does not say. */
  subject?: string;
}

/** What was done in each quarter: null where the ledger has no dates. */
export function activityPicture(
  words: Edition,
  { facts, quarters, measure, currency, contributors, finding, subject }: Activity,
): Picture | null {
  const { t } = words;
  const dated = quarters
    .filter(({ key }) => /^\d{4}-Q[1-4]$/.test(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  if (dated.length === 0) return null;
  const unit = unitWords(words, measure, facts.unit, currency);
  const write = (total: number) => totalWords(words, measure, total, currency);
  const labels = new Map(dated.map(({ key, label }) => [key, label]));
  const said = (quarter: string) => labels.get(quarter) ?? quarter.replace('-', ' ');
  const most = Math.max(...dated.map(({ concentration }) => concentration.total ?? 0));
  return {
    id: 'activity',
    ...(subject !== undefined && { subject }),
    finding,
    measure: t('experts.one_activity', { measure: capital(t(measureNames[measure])), unit }),
    description: t('experts.activity_description', {
      count: dated.length,
      from: said(dated[0]!.key),
      to: said(dated.at(-1)!.key),
      most: write(most),
    }),
    drawing: draw(
      QuarterColumns,
      {
        values: dated.map(({ key, concentration }) => ({ quarter: key, value: concentration.total })),
        value: write,
        say: (quarter: string, total: number | null) =>
          `${said(quarter)}${words.locale === 'fr' ? '\u202f: ' : ': '}${total === null ? '–' : write(total)}`,
      },
      [320, 720],
    ),
    notes: [],
    tables: [
      {
        key: 'quarters',
        columns: [
          { key: 'quarter', label: t('experts.quarter'), kind: 'text' },
          totalColumn(words, measure, unit, currency),
        ],
        rows: dated.map(({ key, label, concentration }) => [
          { value: key, shown: label },
          concentration.total,
        ]),
      },
    ],
    standing: ledgerStanding(words, facts, contributors),
    fields: ['ledger'],
    simulated: isSimulated(facts),
    vegaLite: vegaColumns({ x: 'quarter', y: 'total' }),
  };
}

/** With a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
