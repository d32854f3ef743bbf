import { drawnFigure } from '../drawn-figure.ts';
import { addressOf, type FileFormat } from './file-format.ts';
import { rasterise } from './png.ts';

/** The finding and its credit as a band over a transparent television picture, 1920 × 1080. */
export const lowerThirdFormat: FileFormat = {
  extension: 'lower-third.png',
  mediaType: 'image/png',
  async write({ context, figure, locale, origin }) {
    const drawn = await drawnFigure(context, figure, locale);
    return rasterise(drawn.lowerThird(addressOf(figure, locale, origin)), 1, false);
  },
};
