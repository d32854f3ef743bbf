import type { ClaimTest } from '../../api/claims.ts';
import type { Edition } from '../../i18n/edition.ts';

/** What a test measured in its ledger: money received, hours worked, or the ledger's own word for a piece of work. */
export function measured({ t }: Edition, { measure, dataset }: ClaimTest): string {
  switch (measure) {
    case 'AMOUNT':
      return t('claims.measured_money');
    case 'HOURS':
      return t('claims.measured_hours');
    case 'IMPROVEMENT':
      return t('claims.measured_improvement');
    case 'UNITS':
      return t('claims.measured_units', { unit: dataset?.unit ?? t('concentration.unit_units') });
    case null:
      return '–';
    default:
      return measure satisfies never;
  }
}

/** A ledger's name in the chart, which says where money stands in for pieces of work. */
export function rowName({ t }: Edition, { measure, dataset }: ClaimTest): string {
  const ledger = dataset?.title ?? '';
  return measure === 'AMOUNT' ? t('claims.row_money', { ledger }) : ledger;
}
