import { withDrawn } from '../drawn-figure.ts';
import { addressOf, type FileFormat } from './file-format.ts';
import { rasterise } from './png.ts';

/** The finding and its credit as a band over a transparent television picture, 1920 × 1080. */
export const lowerThirdFormat: FileFormat = {
  extension: 'lower-third.png',
  mediaType: 'image/png',
  async write({ context, figure, locale, origin }) {
    const address = addressOf(figure, locale, origin);
    const svg = await withDrawn(context, figure, locale, (drawn) => drawn.lowerThird(address));
    return rasterise(svg, 1, false);
  },
};
