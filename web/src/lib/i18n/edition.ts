import { createContext } from 'svelte';
import { writeDate, writeSince } from './date-formats.ts';
import { pathIn, type Locale } from './locale.ts';
import type { MessageKey } from './messages/catalogue.ts';
import { numberFormatsOf, type NumberFormats } from './number-formats.ts';
import { passagesOf, translate, type Passage, type Values } from './translate.ts';

/** A language edition of the site: its words, numbers, dates and addresses. */
export interface Edition extends NumberFormats {
  locale: Locale;
  /** The message under a key, filled in. */
  t(key: MessageKey, values?: Values): string;
  /** The message under a key, with its marked passages apart. */
  passages(key: MessageKey, values?: Values): Passage[];
  /** A date known to the year, month or day. */
  date(value: string, style?: 'long' | 'short'): string;
  /** The same after 'since'. */
  since(value: string, style?: 'long' | 'short'): string;
  /** Words joined as a list: a, b and c. */
  list(words: string[]): string;
  /** The address of a page in this language, with its query. */
  href(path: string, query?: Record<string, string | string[] | undefined>): string;
}

/** The edition of a language. */
export function editionOf(locale: Locale): Edition {
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'fr');
  return {
    ...numberFormatsOf(locale),
    locale,
    t: (key, values) => translate(locale, key, values),
    passages: (key, values) => passagesOf(locale, key, values),
    date: (value, style) => writeDate(locale, value, style),
    since: (value, style) => writeSince(locale, value, style),
    list: (words) => list.format(words),
    href: (path, query = {}) => {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(query))
        for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value])
          search.append(name, one);
      const tail = search.size > 0 ? `?${search}` : '';
      return pathIn(locale, path) + tail;
    },
  };
}

/** The edition of the page that is being drawn. */
export const [edition, provideEdition] = createContext<Edition>();
