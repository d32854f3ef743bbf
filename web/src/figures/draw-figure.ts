import { render } from 'svelte/server';
import { darkPalette, lightPalette, resolvePaint } from '../lib/charts/theme.ts';
import { editionOf } from '../lib/i18n/edition.ts';
import type { Locale } from '../lib/i18n/locale.ts';
import type { Picture } from '../lib/pictures/picture.ts';
import { compose, widthOf, type Shape } from './compose.ts';
import { footerLines } from './footer-lines.ts';
import StandAlone from './stand-alone.svelte';

export interface DrawOptions {
  shape?: Shape;
  theme?: 'light' | 'dark';
  /** Where the figure lives, in full. */
  address: string;
  /** Where links inside the picture lead from. */
  origin: string;
}

/**
 * A figure as one SVG that stands alone: headline, measure, notes, source and address inside it, colours written out,
 * fonts named as text. The same component draws the page.
 */
export function drawFigure(picture: Picture, locale: Locale, options: DrawOptions): string {
  const { shape = 'natural', theme = 'light', address, origin } = options;
  const words = editionOf(locale);
  const palette = theme === 'dark' ? darkPalette : lightPalette;
  const heading = {
    headline: picture.finding,
    subtitle: picture.measure,
    notes: footerLines(words, picture, address),
  };
  const { body } = render(StandAlone, { props: { picture, words, width: widthOf[shape], heading } });
  const plain = body
    .replace(/<!--.*?-->/gs, '')
    .trim()
    .replaceAll('href="/', `href="${origin}/`)
    .replace('<svg ', `<svg xml:lang="${locale}" lang="${locale}" `);
  return compose(resolvePaint(plain, palette), shape, palette.paper);
}
