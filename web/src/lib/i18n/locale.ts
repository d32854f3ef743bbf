/** The languages of the site; the first is the one without a prefix in the address. */
export const locales = ['en', 'fr'] as const;

/** A language of the site. */
export type Locale = (typeof locales)[number];

/** The language of an address: French under /fr, else English. */
export function localeOf(pathname: string): Locale {
  return pathname === '/fr' || pathname.startsWith('/fr/') ? 'fr' : 'en';
}

/** The address of a page without its language prefix. */
export function pathWithoutLocale(pathname: string): string {
  return localeOf(pathname) === 'en' ? pathname : pathname.slice(3) || '/';
}

/** The address of a page in a language: `/pay` or `/fr/pay`. */
export function pathIn(locale: Locale, path: string): string {
  if (locale === 'en') return path;
  return path === '/' ? '/fr' : `/fr${path}`;
}

/** The GraphQL enum value of a language. */
export function graphLocale(locale: Locale): 'EN' | 'FR' {
  return locale === 'fr' ? 'FR' : 'EN';
}
