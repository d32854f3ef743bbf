import { render } from 'svelte/server';
import { darkPalette, lightPalette, type Palette } from '../lib/charts/theme.ts';
import { editionOf } from '../lib/i18n/edition.ts';
import type { Locale } from '../lib/i18n/locale.ts';
import type { Picture } from '../lib/pictures/picture.ts';
import { footerLines } from './footer-lines.ts';
import StandAlone from './stand-alone.svelte';

export interface EmbedOptions {
  /** As the host page's reader has it, or one of the two whatever she has. */
  theme: 'auto' | 'light' | 'dark';
  address: string;
  origin: string;
}

const widths = [320, 720, 1100];

/**
 * A document for a frame in a foreign page: the figure as its page draws it, at the width that fits, in the theme that
 * was asked for. It sets no cookie, asks for no font, and tells the page around it how tall it is.
 */
export function embedFigure(picture: Picture, locale: Locale, options: EmbedOptions): string {
  const { address, origin } = options;
  const words = editionOf(locale);
  const lines = footerLines(words, picture, address).slice(0, -1);
  const drawn = widths.map((width) => {
    const { body } = render(StandAlone, {
      props: { picture, words, width },
      idPrefix: `w${width}-`,
    });
    const svg = body.replace(/<!--.*?-->/gs, '').trim();
    return `<div class="w${width}">${svg.replaceAll('href="/', `target="_top" href="${origin}/`)}</div>`;
  });
  const content = `<h1>${escape(picture.finding)}</h1>
<p class="measure">${escape(picture.measure)}</p>
<div class="chart">${drawn.join('')}</div>`;
  return documentOf(picture, locale, options, content, lines);
}

/** The same of a figure that is no longer drawn: its drawing from then, which has its words in it, under a notice. */
export function embedKept(
  picture: Picture,
  svg: string,
  notice: string,
  locale: Locale,
  options: EmbedOptions,
): string {
  const linked = svg.replaceAll(`href="${options.origin}/`, `target="_top" href="${options.origin}/`);
  const content = `<p class="notice">${escape(notice)}</p>\n<div class="kept">${linked}</div>`;
  return documentOf(picture, locale, options, content, []);
}

function documentOf(
  picture: Picture,
  locale: Locale,
  { theme, address }: EmbedOptions,
  content: string,
  lines: readonly string[],
): string {
  const { t } = editionOf(locale);
  return `<!doctype html>
<html lang="${locale}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(picture.finding)}</title>
<link rel="canonical" href="${escape(address)}">
<style>${palettes()}</style>
<link rel="stylesheet" href="/embed.css">
<script src="/embed.js" defer></script>
</head>
<body>
<figure>
${content}
<figcaption>${lines.map((line) => `<p>${escape(line)}</p>`).join('')}<p><a href="${escape(address)}" target="_top">${escape(t('figure.open'))}</a></p></figcaption>
</figure>
</body>
</html>
`;
}

function palettes(): string {
  const properties = (palette: Palette) =>
    Object.entries(palette)
      .map(([name, colour]) => `--${name}:${colour}`)
      .join(';');
  const dark = properties(darkPalette);
  return (
    `:root{${properties(lightPalette)}}:root[data-theme=dark]{${dark}}` +
    `@media(prefers-color-scheme:dark){:root[data-theme=auto]{${dark}}}`
  );
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
