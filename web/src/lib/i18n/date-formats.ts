import type { Locale } from './locale.ts';

const tags: Record<Locale, string> = { en: 'en-GB', fr: 'fr' };

/** Writes a date known to the year, month or day: 2025, October 2025, 3 October 2025. */
export function writeDate(locale: Locale, date: string, style: 'long' | 'short' = 'long'): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  if (!year || !month) return date;
  const moment = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: style, timeZone: 'UTC' };
  if (day) options.day = 'numeric';
  const text = new Intl.DateTimeFormat(tags[locale], options).format(moment);
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** A date after 'since': French puts its article before a day, and only there: le 3 octobre 2025, octobre 2025. */
export function writeSince(locale: Locale, date: string, style: 'long' | 'short' = 'long'): string {
  const text = writeDate(locale, date, style);
  return locale === 'fr' && date.length > 7 ? `le ${text}` : text;
}
