import { isHttpError, isRedirect } from '@sveltejs/kit';
import type { ReadyQuery } from '../lib/api/excerpt.ts';
import { editionOf, type Edition } from '../lib/i18n/edition.ts';
import { locales, pathWithoutLocale, type Locale } from '../lib/i18n/locale.ts';
import type { Picture } from '../lib/pictures/picture.ts';
import { picturePageAt, type PicturePage } from '../lib/pictures/picture-pages.ts';
import { standAlone } from '../lib/pictures/stand-alone.ts';
import type { Reset } from '../lib/url-state/address.ts';
import { FigureProblem } from './figure-problem.ts';
import { pageLoads } from './page-loads.ts';

/** A figure of a page in one language, with the data that it was drawn from. */
export interface ReadFigure {
  picture: Picture;
  data: unknown;
  query: ReadyQuery | undefined;
}

/** A figure as its page shows it now, in every language. */
export interface CurrentFigure {
  /** The page's address without the language: canonical, defaults left out. */
  address: string;
  editions: Record<Locale, ReadFigure>;
}

const longestAddress = 2000;
const mostRedirects = 3;

/** Reads a figure by the address of its page and its name there; a FigureProblem says what does not fit. */
export async function readFigure(address: string, figure: string): Promise<CurrentFigure> {
  const asked = pageOf(address);
  const editions = {} as Record<Locale, ReadFigure>;
  let at = asked.url;
  for (const locale of locales) {
    const loaded = await loadAt({ ...asked, url: at }, locale);
    at = loaded.at;
    const { data } = loaded;
    const picture = pictureIn(asked.page, data, editionOf(locale), figure);
    editions[locale] = { picture, data, query: queryOf(data, figure) };
  }
  return { address: at.pathname + at.search, editions };
}

/** The names of a page's figures, in their order. */
export async function namesOfFigures(address: string): Promise<string[]> {
  const asked = pageOf(address);
  const [locale] = locales;
  const { data } = await loadAt(asked, locale);
  return asked.page.pictures(editionOf(locale), data).map(({ id }) => id);
}

/** A page that has figures, at an address. */
interface PageAt {
  name: keyof typeof pageLoads;
  page: PicturePage;
  url: URL;
}

function pageOf(address: string): PageAt {
  if (address.length > longestAddress)
    throw new FigureProblem('BAD_USER_INPUT', `The address is longer than ${longestAddress} characters.`);
  const url = localUrl(address);
  const found = picturePageAt(url.pathname);
  if (!found) throw new FigureProblem('NOT_FOUND', `No page with figures has the path "${url.pathname}".`);
  const [name, page] = found;
  return { name, page, url };
}

function pictureIn(page: PicturePage, data: unknown, words: Edition, figure: string): Picture {
  const pictures = page.pictures(words, data);
  const picture = pictures.find(({ id }) => id === figure);
  if (picture) return standAlone(words, picture);
  const names = pictures.map(({ id }) => `"${id}"`).join(', ');
  throw new FigureProblem('NOT_FOUND', `The page has no figure "${figure}"; it has ${names}.`);
}

/** An address of this site, without origin, language and anchor. */
function localUrl(address: string): URL {
  const url = address.startsWith('/') ? URL.parse(address, 'http://figures.invalid') : null;
  if (url?.host !== 'figures.invalid')
    throw new FigureProblem('BAD_USER_INPUT', 'An address of this site begins with "/": /pay?sector=law.');
  url.pathname = pathWithoutLocale(url.pathname);
  url.hash = '';
  return url;
}

/** A page's data at an address, following the page to the shorter address of the same state. */
async function loadAt({ name, page, url }: PageAt, locale: Locale) {
  const params = { ...page.path.exec(url.pathname)?.groups };
  let at = url;
  for (let count = 0; count < mostRedirects; count += 1) {
    try {
      const data = await pageLoads[name]({ url: at, params, locals: { locale } });
      refuseResets(data);
      return { data, at };
    } catch (problem) {
      if (isRedirect(problem)) at = localUrl(problem.location);
      else if (isHttpError(problem))
        throw new FigureProblem(problem.body.code ?? 'NOT_FOUND', problem.body.message);
      else throw problem;
    }
  }
  throw new FigureProblem('BAD_USER_INPUT', 'The address leads round in a circle.');
}

/** A page says so when it does not understand a value, and goes on; a figure that is to stay must not guess. */
function refuseResets(data: unknown): void {
  const [first] = (data as { resets?: Reset[] }).resets ?? [];
  if (first)
    throw new FigureProblem(
      'BAD_USER_INPUT',
      `The page does not understand ${first.name}=${first.value.slice(0, 80)}.`,
    );
}

/** The query that makes a figure: its own where the page has several. */
function queryOf(data: unknown, figure: string): ReadyQuery | undefined {
  const { query, queries } = data as { query?: ReadyQuery; queries?: Record<string, ReadyQuery | undefined> };
  return queries?.[figure] ?? query;
}
