import { editionOf, type Edition } from '../lib/i18n/edition.ts';
import { locales, type Locale } from '../lib/i18n/locale.ts';
import type { Picture } from '../lib/pictures/picture.ts';
import { pictureOf } from '../lib/pictures/picture-pages.ts';
import { drawFigure, type DrawOptions } from './draw-figure.ts';
import { embedFigure, type EmbedOptions } from './embed-figure.ts';
import { drawLowerThird } from './lower-third.ts';
import { scriptOf, spokenEdition } from './on-air.ts';
import { namesOfFigures, readFigure } from './read-figure.ts';
import { keptFigure } from './kept-figure.ts';
import { FigureProblem } from './figure-problem.ts';
import { vegaLiteOf } from './vega-lite.ts';

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

/** What can be made of frozen data in one language. */
function of(address: string, figure: string, data: unknown, locale: Locale) {
  const inEdition = (words: Edition) =>
    pictureOf(address, data, words, figure) ??
    // A page that no longer has the figure: what was frozen of words and rows is still there, its picture is not.
    fail(`The pages no longer draw the figure "${figure}" of ${address}; its data and words remain.`);
  const picture = inEdition(editionOf(locale));
  return {
    svg: (options: DrawOptions) => drawFigure(picture, locale, options),
    embed: (options: EmbedOptions) => embedFigure(picture, locale, options),
    lowerThird: (address: string) => drawLowerThird(picture, locale, address),
    script: () => scriptOf(locale, picture, inEdition(spokenEdition(locale))),
    vegaLite: () => vegaLiteOf(picture),
  };
}

function fail(message: string): never {
  throw new FigureProblem('NOT_FOUND', message);
}

function inEach<T>(make: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>;
}

/** Lends the server the pages' figures: it keeps, serves and compares them, and never sees how they are drawn. */
export function lendPictures(): void {
  Object.assign(globalThis, {
    [Symbol.for('tacit.pictures')]: { read, names: namesOfFigures, of, kept: keptFigure },
  });
}
