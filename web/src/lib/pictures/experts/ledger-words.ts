import type { DatasetKind, Measure, Suppression } from '../../api/common.ts';
import type { LedgerFacts, Seniority } from '../../api/experts.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';
import { contributorsWords } from '../contributors.ts';
import type { Standing } from '../picture.ts';
import type { Column } from '../table.ts';

/** What each measure is called in a sentence. */
export const measureNames: Record<Measure, MessageKey> = {
  UNITS: 'experts.measure_units',
  AMOUNT: 'experts.measure_amount',
  HOURS: 'experts.measure_hours',
  IMPROVEMENT: 'experts.measure_improvement',
};

/** What each seniority is called. */
export const seniorityNames: Record<Seniority, MessageKey> = {
  JUNIOR: 'experts.seniority_junior',
  MID: 'experts.seniority_mid',
  SENIOR: 'experts.seniority_senior',
  PRINCIPAL: 'experts.seniority_principal',
};

/** The unit of a measure: the ledger's own word for a piece of work, or the currency, or hours. */
export function unitWords(
  { t }: Edition,
  measure: Measure,
  unit: string | null,
  currency: string | null,
): string {
  switch (measure) {
    case 'UNITS':
      return unit ?? t('experts.unit_units');
    case 'AMOUNT':
      return t('experts.unit_amount', { currency: currency ?? '' });
    case 'HOURS':
      return t('experts.unit_hours');
    case 'IMPROVEMENT':
      return t('experts.unit_improvement');
    default:
      return measure satisfies never;
  }
}

/** A total with its unit where it is money, and its digits where it is not. */
export function totalWords(words: Edition, measure: Measure, total: number, currency: string | null): string {
  return measure === 'AMOUNT' && currency !== null
    ? words.money(Math.round(total), currency)
    : words.rounded(total);
}

/** The column of totals of a measure. */
export function totalColumn({ t }: Edition, measure: Measure, unit: string, currency: string | null): Column {
  return {
    key: 'total',
    label: t('experts.total', { unit }),
    kind: measure === 'AMOUNT' ? 'money' : 'number',
    ...(currency === null ? {} : { currency }),
    ...(measure === 'HOURS' || measure === 'IMPROVEMENT' ? { digits: 1 } : {}),
  };
}

/** Is it a ledger that nobody worked in? */
export const isSimulated = ({ kind }: { kind: DatasetKind }): boolean => kind === 'SIMULATED';

/** Where a figure on a ledger's contributors stands. */
export function ledgerStanding(
  words: Edition,
  ledger: LedgerFacts,
  contributors: number,
  method?: string,
  suppression: Suppression | null = null,
): Standing {
  return {
    n: contributorsWords(words, [{ contributors, suppression }]),
    datasets: [ledger.title],
    release: ledger.release?.number ?? null,
    releases: ledger.release ? [{ dataset: ledger.slug, number: ledger.release.number }] : [],
    licences: ledger.licence === null ? [] : [ledger.licence],
    sources:
      ledger.source === null
        ? []
        : [
            {
              label: ledger.source.title,
              path: `/sources/${ledger.source.slug}`,
              lang: ledger.source.language,
            },
          ],
    ...(method === undefined ? {} : { method }),
  };
}
