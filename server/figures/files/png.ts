import { renderAsync } from '@resvg/resvg-js';
import { reject } from '../../errors/tacit-error.ts';
import { encodePng } from './encode-png.ts';
import type { FileFormat } from './file-format.ts';
import { fonts, nameFonts } from './fonts.ts';
import { drawSvg } from './svg.ts';

/** The most pixels of a picture: 80 MB while it is drawn. */
export const mostPixels = 20_000_000;

/** Draws an SVG as PNG, off the main thread; a picture beyond the most pixels is refused. */
export async function rasterise(svg: string, scale: number, isOpaque = true): Promise<Uint8Array> {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const pixels = Number(width) * Number(height) * scale * scale;
  if (pixels > mostPixels) {
    const largest = Math.floor(Math.sqrt(mostPixels / (Number(width) * Number(height))) * 10) / 10;
    reject(
      'BAD_USER_INPUT',
      `At scale ${scale} the picture has ${Math.round(pixels / 1e6)} million pixels, more than ${mostPixels / 1e6} million: ask for scale ${largest} or less.`,
      { argument: 'scale', largest },
    );
  }
  const image = await renderAsync(nameFonts(svg), {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontFiles: fonts.map(({ file }) => file), defaultFontFamily: 'Inter' },
  });
  return isOpaque ? encodePng(image.pixels, image.width, image.height) : image.asPng();
}

export const pngFormat: FileFormat = {
  extension: 'png',
  mediaType: 'image/png',
  write: async (request) => rasterise(await drawSvg(request), request.scale),
};
