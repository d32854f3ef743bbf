import type { FrameWords } from '../lib/charts/geometry/frame-heading.ts';
import { wrapText, type TextWeight } from '../lib/charts/geometry/text.ts';
import { measureText } from '../lib/charts/text-width.ts';
import type { Palette } from '../lib/charts/theme.ts';
import type { Edition } from '../lib/i18n/edition.ts';
import { sizes, type Shape } from './compose.ts';

const margin = 80;

interface Passage {
  text: string;
  size: number;
  weight: TextWeight;
  fill: string;
  /** Above it. */
  space: number;
}

/** The finding, the measure and the notes in a shape that the chart is too long for; where to see it whole. */
export function drawCard(
  { headline, subtitle = '', notes = [] }: FrameWords,
  shape: Exclude<Shape, 'natural'>,
  palette: Palette,
  { t, locale }: Edition,
): string {
  const [width, height] = sizes[shape];
  const passages: Passage[] = [
    { text: headline, size: 54, weight: 'headline', fill: palette.ink, space: 0 },
    { text: subtitle, size: 28, weight: 'regular', fill: palette['ink-2'], space: 24 },
    { text: t('figure.too_long'), size: 24, weight: 'strong', fill: palette.accent, space: 36 },
    ...notes
      .slice(-2)
      .map((text): Passage => ({ text, size: 20, weight: 'regular', fill: palette.muted, space: 18 })),
  ];
  let y = 0;
  const lines = passages.flatMap(({ text, size, weight, fill, space }) => {
    y += space;
    return wrapText(text, (width - 2 * margin) * 0.95, size, measureText, weight).map((line) => {
      y += size * 1.25;
      return { line, size, weight, fill, y };
    });
  });
  const top = Math.max(0, (height - y) / 2);
  const text = lines.map(
    ({ line, size, weight, fill, y: at }) =>
      `<text x="${margin}" y="${Math.round(top + at)}" font-size="${size}" fill="${fill}" ` +
      `font-family="${weight === 'headline' ? "'Source Serif 4', serif" : 'Inter, sans-serif'}" ` +
      `font-weight="${weight === 'regular' ? 400 : 600}">${escape(line)}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${locale}" lang="${locale}" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}"><title>${escape(headline)}</title>` +
    `<rect width="100%" height="100%" fill="${palette.paper}"/>` +
    `<rect width="14" height="100%" fill="${palette.accent}"/>${text.join('')}</svg>`
  );
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
