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
export function embedFigure(
  picture: Picture,
  locale: Locale,
  { theme, address, origin }: EmbedOptions,
): string {
  const words = editionOf(locale);
  const { t } = words;
  const lines = footerLines(words, picture, address).slice(0, -1);
  const drawn = widths.map((width) => {
    const { body } = render(StandAlone, {
      props: { picture, words, width },
      idPrefix: `w${width}-`,
    });
    const svg = body.replace(/<!--.*?-->/gs, '').trim();
    return `<div class="w${width}">${svg.replaceAll('href="/', `target="_top" href="${origin}/`)}</div>`;
  });
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
<h1>${escape(picture.finding)}</h1>
<p class="measure">${escape(picture.measure)}</p>
<div class="chart">${drawn.join('')}</div>
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
