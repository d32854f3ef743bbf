import type { Edition } from '../../i18n/edition.ts';

const names = {
  en: new Intl.DisplayNames(['en-GB'], { type: 'region' }),
  fr: new Intl.DisplayNames(['fr'], { type: 'region' }),
};

/** The name of a country by its ISO 3166 code. */
export function countryName({ locale }: Edition, code: string): string {
  return names[locale].of(code) ?? code;
}
