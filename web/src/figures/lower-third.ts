import { wrapText } from '../lib/charts/geometry/text.ts';
import { measureText } from '../lib/charts/text-width.ts';
import { darkPalette } from '../lib/charts/theme.ts';
import { editionOf } from '../lib/i18n/edition.ts';
import type { Locale } from '../lib/i18n/locale.ts';
import type { Picture } from '../lib/pictures/picture.ts';

/** A television picture, of which the band takes the lower part inside the safe area. */
const screen = { width: 1920, height: 1080 };
const band = { x: 96, width: 1728, bottom: 1026, padding: 36 };
const sizes = { finding: 46, credit: 26 };

/** A band with the finding and its credit over a transparent picture of 1920 × 1080, for the lower third of a screen. */
export function drawLowerThird(picture: Picture, locale: Locale, address: string): string {
  const { list, t } = editionOf(locale);
  const { datasets = [], release } = picture.standing;
  const room = band.width - 2 * band.padding;
  const lines = wrapText(picture.finding, room * 0.94, sizes.finding, measureText, 'headline');
  const credit = [
    picture.simulated ? t('figure.simulated') : '',
    'Tacit',
    datasets.length > 2 ? t('figure.several_datasets', { count: datasets.length }) : list(datasets),
    release ? t('figure.release', { number: release }) : '',
    address.replace(/^https?:\/\//, ''),
  ].filter(Boolean);
  const height = 2 * band.padding + lines.length * sizes.finding * 1.22 + sizes.credit * 1.6;
  const top = band.bottom - height;
  const text = lines.map(
    (line, index) =>
      `<text x="${band.x + band.padding}" y="${top + band.padding + sizes.finding * (0.85 + index * 1.22)}" ` +
      `font-family="Source Serif 4" font-weight="600" font-size="${sizes.finding}" fill="${darkPalette.ink}">${escape(line)}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${screen.width} ${screen.height}" width="${screen.width}" ` +
    `height="${screen.height}"><rect x="${band.x}" y="${top}" width="${band.width}" height="${height}" ` +
    `fill="${darkPalette.paper}" fill-opacity="0.94"/><rect x="${band.x}" y="${top}" width="10" height="${height}" ` +
    `fill="${darkPalette.accent}"/>${text.join('')}<text x="${band.x + band.padding}" ` +
    `y="${band.bottom - band.padding}" font-family="Inter" font-size="${sizes.credit}" ` +
    `fill="${darkPalette.muted}">${escape(credit.join(' · '))}</text></svg>`
  );
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
