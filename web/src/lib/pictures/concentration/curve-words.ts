import type { Measure } from '../../api/common.ts';
import type { Curve } from '../../concentration/curve.ts';
import type { Edition } from '../../i18n/edition.ts';

type Named = Pick<Curve, 'measure' | 'part' | 'ledger'>;

const measureWord = {
  UNITS: 'concentration.name_units',
  AMOUNT: 'concentration.name_amount',
  HOURS: 'concentration.name_hours',
  IMPROVEMENT: 'concentration.name_improvement',
} as const;

/** What a measure is called beside a ledger's name. */
export const measureName = ({ t }: Edition, measure: Measure): string => t(measureWord[measure]);

/** The unit of a curve: the ledger's own word for a piece of work, or the currency, or hours. */
export function unitOf({ t }: Edition, { measure, ledger }: Named): string {
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

/** A curve by its whole name: the ledger, and its part; the measure where it is not output. */
export function curveTitle(words: Edition, { ledger, measure, part }: Named): string {
  const said = measure === 'UNITS' ? null : measureName(words, measure);
  return [ledger.title, part?.label, said].filter((word) => word).join(', ');
}

/** A short name for each of several curves: no more than what tells them apart. */
export function curveLabels(words: Edition, curves: readonly Named[]): string[] {
  const ledgers = new Set(curves.map(({ ledger }) => ledger.slug)).size > 1;
  const measures = new Set(curves.map(({ measure }) => measure)).size > 1;
  const parts = curves.some(({ part }) => part);
  return curves.map((curve) => {
    const { ledger, measure, part } = curve;
    const said = [
      ...(ledgers ? [ledger.title] : []),
      ...(parts ? [part?.label ?? (ledgers ? '' : words.t('concentration.whole'))] : []),
      ...(measures ? [measureName(words, measure)] : []),
    ].filter((word) => word);
    return said.length > 0 ? said.join(', ') : curveTitle(words, curve);
  });
}

/** A share of contributors in percent, with a decimal where it has one. */
export const percentOf = ({ cut }: Edition, top: number): string =>
  cut(top / 100, Number.isInteger(top) ? 0 : 1);
