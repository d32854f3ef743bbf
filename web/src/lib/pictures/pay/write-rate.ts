import type { Edition } from '../../i18n/edition.ts';

interface Rate {
  low: number | null;
  high: number | null;
  typical: number | null;
  currency: string;
}

/** A published rate in words: a range, 'up to', 'from', or the single rate. */
export function writeRate({ t, money }: Edition, { low, high, typical, currency }: Rate): string {
  if (low !== null && high !== null)
    return low === high
      ? money(low, currency)
      : t('figure.interval', { low: money(low, currency), high: money(high, currency) });
  if (high !== null) return t('pay.up_to', { rate: money(high, currency) });
  if (typical !== null) return money(typical, currency);
  return low === null ? '–' : t('pay.from', { rate: money(low, currency) });
}

/** A country's name; its code where none is known. */
export function countryName({ locale }: Edition, code: string): string {
  return new Intl.DisplayNames(locale === 'en' ? 'en-GB' : 'fr', { type: 'region' }).of(code) ?? code;
}

/** How to mark titles and roles as sources write them, in English: not at all where the page is English too. */
export const inEnglish = ({ locale }: Edition): string | undefined => (locale === 'en' ? undefined : 'en');
