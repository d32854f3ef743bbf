import type { Measure } from '../../api/common.ts';
import type { Concentration, CurveLedger } from '../../api/concentration.ts';
import type { Edition } from '../../i18n/edition.ts';
import type { MessageKey } from '../../i18n/messages/catalogue.ts';

/** What each measure is called in a sentence. */
export const measureName: Record<Measure, MessageKey> = {
  UNITS: 'concentration.measure_units',
  AMOUNT: 'concentration.measure_amount',
  HOURS: 'concentration.measure_hours',
  IMPROVEMENT: 'concentration.measure_improvement',
};

/** The unit of a measure in a ledger: its own word for a piece of work, or the currency, or hours. */
export function unitOf({ t }: Edition, ledger: CurveLedger, measure: Measure): string {
  switch (measure) {
    case 'UNITS':
      return ledger.unit ?? t('concentration.unit_units');
    case 'AMOUNT':
      return t('concentration.unit_amount', { currency: ledger.concentration.currency ?? '' });
    case 'HOURS':
      return t('concentration.unit_hours');
    case 'IMPROVEMENT':
      return t('concentration.unit_improvement');
    default:
      return measure satisfies never;
  }
}

/** The finding of a ledger's page: what the top fifth holds, or where that is withheld how few hold half. */
export function concentrationFinding(
  words: Edition,
  ledger: CurveLedger & { concentration: Pick<Concentration, 'halfShare'> },
  measure: Measure,
): string {
  const { value } = ledger.concentration.top20;
  const unit = unitOf(words, ledger, measure);
  if (value === null) {
    const { value: half } = ledger.concentration.halfShare;
    if (half === null) return words.t('concentration.finding_none', { ledger: ledger.title });
    return words.t('concentration.finding_half', { ledger: ledger.title, share: words.percent(half), unit });
  }
  const key: Record<Measure, MessageKey> = {
    UNITS: 'concentration.finding',
    AMOUNT: 'concentration.finding_amount',
    HOURS: 'concentration.finding_hours',
    IMPROVEMENT: 'concentration.finding_improvement',
  };
  return words.t(key[measure], { ledger: ledger.title, share: words.percent(value), unit });
}
