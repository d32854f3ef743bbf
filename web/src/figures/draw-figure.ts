import { render } from 'svelte/server';
import type { FrameWords } from '../lib/charts/geometry/frame-heading.ts';
import { darkPalette, lightPalette, resolvePaint, type Palette } from '../lib/charts/theme.ts';
import { editionOf, type Edition } from '../lib/i18n/edition.ts';
import type { Locale } from '../lib/i18n/locale.ts';
import type { Picture } from '../lib/pictures/picture.ts';
import { drawCard } from './card.ts';
import { compose, legibility, widthOf, type Shape } from './compose.ts';
import { footerLines } from './footer-lines.ts';
import StandAlone from './stand-alone.svelte';

export interface DrawOptions {
  shape?: Shape;
  theme?: 'light' | 'dark';
  /** Without its notes: they would be too small to read, and make the chart small. */
  brief?: boolean;
  /** Where the figure lives, in full. */
  address: string;
  /** Where links inside the picture lead from. */
  origin: string;
}

/** Below this the notes, 12.5 pixels high, would be less than eight: a picture of so many rows does not fit a shape. */
const leastLegible = 0.62;

/**
 * A figure as one SVG that stands alone: headline, measure, notes, source and address inside it, colours written out,
 * fonts named as text. The same component draws the page. What is too long for a shape is a card that says where it is
 * whole.
 */
export function drawFigure(picture: Picture, locale: Locale, options: DrawOptions): string {
  const { shape = 'natural', theme = 'light', brief = false, address, origin } = options;
  const words = editionOf(locale);
  const palette = theme === 'dark' ? darkPalette : lightPalette;
  const heading = {
    headline: picture.finding,
    subtitle: picture.measure,
    notes: footerLines(words, brief ? { ...picture, notes: [] } : picture, address),
  };
  const { body } = render(StandAlone, { props: { picture, words, width: widthOf[shape], heading } });
  const plain = body
    .replace(/<!--.*?-->/gs, '')
    .trim()
    .replaceAll('href="/', `href="${origin}/`)
    .replace('<svg ', `<svg xml:lang="${locale}" lang="${locale}" `);
  return fit(resolvePaint(plain, palette), heading, shape, palette, words);
}

/** A drawing in a shape, or a card where it is too long to be read in it. */
export function fit(
  svg: string,
  heading: FrameWords,
  shape: Shape,
  palette: Palette,
  words: Edition,
): string {
  if (shape !== 'natural' && legibility(svg, shape) < leastLegible)
    return drawCard(heading, shape, palette, words);
  return compose(svg, shape, palette.paper);
}
