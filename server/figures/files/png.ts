import { reject } from '../../errors/tacit-error.ts';
import { drawInThread } from '../raster/raster-thread.ts';
import type { FileFormat } from './file-format.ts';
import { drawSvg } from './svg.ts';

/** The most pixels of a picture: the longest that the pages draw, four times its size. */
export const mostPixels = 64_000_000;

/** Draws an SVG as PNG, off the main thread; a picture beyond the most pixels is refused. */
export async function rasterise(svg: string, scale: number, isOpaque = true): Promise<Uint8Array> {
  const [, width = NaN, height = NaN] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const pixels = size.width * size.height;
  if (pixels > mostPixels) {
    const largest = Math.floor(Math.sqrt(mostPixels / (width * height)) * 10) / 10;
    reject(
      'BAD_USER_INPUT',
      `At scale ${scale} the picture has ${Math.round(pixels / 1e6)} million pixels, more than ${mostPixels / 1e6} million: ask for scale ${largest} or less.`,
      { argument: 'scale', largest },
    );
  }
  return drawInThread({ svg, ...size, isOpaque });
}

export const pngFormat: FileFormat = {
  extension: 'png',
  mediaType: 'image/png',
  write: async (request) => rasterise(await drawSvg(request), request.scale),
};
