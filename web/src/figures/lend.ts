import { locales, type Locale } from '../lib/i18n/locale.ts';
import type { Picture } from '../lib/pictures/picture.ts';
import { drawFigure, type DrawOptions } from './draw-figure.ts';
import { pictureOf, readFigure } from './read-figure.ts';

/** What the server keeps of a figure in one language, as plain data. */
function wordsOf({ finding, measure, description, notes, tables, standing }: Picture) {
  return { finding, measure, description, notes, tables, standing };
}

/** What a page's figure says now, and all that it is drawn from. */
async function read(address: string, figure: string) {
  const { address: canonical, editions } = await readFigure(address, figure);
  const { picture, query } = editions.en;
  return {
    address: canonical,
    figure,
    headline: picture.headline ?? null,
    simulated: picture.simulated,
    releases: picture.standing.releases ?? [],
    query: query ?? null,
    words: inEach((locale) => wordsOf(editions[locale].picture)),
    data: inEach((locale) => editions[locale].data),
  };
}

/** Draws frozen data as one SVG. */
function svg(address: string, figure: string, data: unknown, options: DrawOptions): string {
  return drawFigure(pictureOf(address, data, options.locale, figure), options);
}

function inEach<T>(of: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, T>;
}

/** Lends the server the pages' figures: it keeps, serves and compares them, and never sees how they are drawn. */
export function lendPictures(): void {
  Object.assign(globalThis, { [Symbol.for('tacit.pictures')]: { read, svg } });
}
