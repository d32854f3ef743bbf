import { inLocale, type Locale } from '../../graphql/locale.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import { decimalOfMinor } from '../../money/minor-units.ts';

/** What a total of the measure is counted in, for people: 'USD', 'hours', 'dialogues'; null where it has no name. */
export function unitOf(
  dataset: DatasetType,
  measure: Measure,
  currency: string | null,
  locale: Locale,
): string | null {
  switch (measure) {
    case Measure.AMOUNT:
      return currency;
    case Measure.HOURS:
      return inLocale(locale, 'hours', 'heures');
    case Measure.UNITS:
      return dataset.unit(locale);
    case Measure.IMPROVEMENT:
      return inLocale(locale, 'points of improvement', "points d'amélioration");
    default:
      return measure satisfies never;
  }
}

/** A total in the unit that people count in: money arrives in minor units (cents) and leaves in major ones. */
export function inMajorUnits(total: number, currency: string | null): number {
  return currency === null ? total : Number(decimalOfMinor(total, currency));
}
