import type { Locale } from '../i18n/locale.ts';

/** What Svelte leaves between elements so that a script can take the page over. */
const seams = /<!--(?:\[(?:!|-?\d+)?|\]|\$?\w*)-->/g;

/** The files of style sheets that stand in the page already: links that only a script of Svelte's would look for. */
const sheets = /\s*<link href="[^"]*" rel="stylesheet" disabled media="\(max-width: 0\)">/g;

/** What Svelte's script fetches, and that script itself. */
const preloads = / rel="modulepreload"/g;
const start = /<script>(?=\s*\{\s*__sveltekit_)/;

/** What a chart falls back to in a file of its own; a page has all its colours. */
const fallbacks = /(var\(--[\w-]+), #[\da-f]{6}\)/g;

/**
 * Puts the language and the script of the frame into a page as it was drawn. Pages without a script of Svelte's have
 * nothing of what it would need; where there is one it waits for the first paint (src/frame/late.ts).
 */
export function setPage(html: string, locale: Locale): string {
  const page = html
    .replace('%lang%', locale)
    .replace('%frame%', () => `<script>${__FRAME__}</script>`)
    .replaceAll(fallbacks, '$1)');
  if (!page.includes('__sveltekit_')) return page.replaceAll(seams, '').replaceAll(sheets, '');
  return page.replace(start, '<script type="late">').replaceAll(preloads, ' rel="late"');
}
