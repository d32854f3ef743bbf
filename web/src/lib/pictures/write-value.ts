import type { Edition } from '../i18n/edition.ts';
import type { Column, Value } from './table.ts';

/** A value as the page's language writes it; a dash where there is none. */
export function writeValue(words: Edition, value: Value, { kind, digits, currency }: Column): string {
  if (value === null || value === '') return '–';
  switch (kind) {
    case 'text':
      return String(value);
    case 'date':
      return words.date(String(value), 'short');
    case 'share':
      return words.percent(Number(value), digits);
    case 'money':
      return currency ? words.money(Number(value), currency) : words.exact(Number(value), digits);
    case 'count':
    case 'number':
      return words.exact(Number(value), digits);
    default:
      return kind satisfies never;
  }
}
