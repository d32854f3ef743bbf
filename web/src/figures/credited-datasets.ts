import type { Edition } from '../lib/i18n/edition.ts';
import type { Standing } from '../lib/pictures/picture.ts';

/** More names than these are no credit that one can say or read in passing. */
const mostNamed = 2;

/** The datasets of a figure as a spoken credit names them; how many they are, where they are many. */
export function creditedDatasets({ t, list, locale }: Edition, { datasets = [] }: Standing): string {
  if (datasets.length > mostNamed) return t('figure.several_datasets', { count: datasets.length });
  return list(
    datasets.map((name) => (locale === 'fr' ? `«\u202f${name}\u202f»` : name.replace(/^The /, 'the '))),
  );
}
