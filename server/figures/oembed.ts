import { addressOf } from './files/file-format.ts';
import type { FrozenFigure } from './figures.sql.ts';
import type { Language } from './picture-maker.ts';

interface OembedOptions {
  locale: Language;
  origin: string;
  /** The most that the page has room for. */
  width?: number;
  height?: number;
}

/** What oEmbed 1.0 asks of a rich embed. */
export interface Oembed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  author_name: string;
  width: number;
  height: number;
  html: string;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  cache_age: number;
}

const usual = { width: 720, height: 720 };

/** The frame of a figure for a page that asks by the figure's address, no larger than there is room for. */
export function oembedOf(figure: FrozenFigure, { locale, origin, ...most }: OembedOptions): Oembed {
  const width = Math.min(most.width ?? usual.width, 1200);
  const height = Math.min(most.height ?? usual.height, 2000);
  return {
    version: '1.0',
    type: 'rich',
    title: figure.words[locale].finding,
    provider_name: 'Tacit',
    provider_url: origin,
    author_name: 'Tacit',
    width,
    height,
    html: frameOf(figure, locale, origin, width, height),
    thumbnail_url: `${addressOf(figure, locale, origin)}.png?shape=16:9&scale=1`,
    thumbnail_width: 1280,
    thumbnail_height: 720,
    cache_age: 86_400,
  };
}

/** The HTML that shows a figure in another page. */
export function frameOf(
  figure: Pick<FrozenFigure, 'id' | 'words'>,
  locale: Language,
  origin: string,
  width: number | string,
  height: number,
): string {
  const source = `${origin}${locale === 'fr' ? '/fr' : ''}/embed/${figure.id}`;
  const title = escape(figure.words[locale].finding);
  return `<iframe src="${source}" title="${title}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}

/** The same answer as XML. */
export function oembedXml(answer: Oembed): string {
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escape(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
