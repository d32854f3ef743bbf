import type { Edition } from '../lib/i18n/edition.ts';
import { marketPictures } from '../lib/pictures/market/index.ts';
import type { Picture } from '../lib/pictures/picture.ts';
import { load as loadMarket } from '../routes/market/+page.server.ts';

/** What a page's load is given when a figure is made: an address and a language, no visitor. */
export interface Asked {
  url: URL;
  params: Record<string, string>;
  locals: App.Locals;
}

/** A page that has figures: how it reads its address, and the figures that follow from the answer. */
export interface FigurePage {
  /** Its path without the language, with the names of its parameters. */
  path: RegExp;
  load: (asked: Asked) => Promise<unknown>;
  pictures: (words: Edition, data: unknown) => readonly Picture[];
}

/** Binds the types of a page's load and its pictures together; a load asks no more than an address and a language. */
function page<Data>(
  path: RegExp,
  load: (event: never) => unknown,
  pictures: (words: Edition, data: Data) => readonly Picture[],
): FigurePage {
  return {
    path,
    load: async (asked) => load(asked as never),
    pictures: (words, data) => pictures(words, data as Data),
  };
}

/** Every page whose figures can be cited, exported and embedded. */
export const figurePages: readonly FigurePage[] = [page(/^\/market$/, loadMarket, marketPictures)];
