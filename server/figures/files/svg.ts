import { drawnFigure } from '../drawn-figure.ts';
import { addressOf, type FileFormat, type FileRequest } from './file-format.ts';

/** The figure as one SVG; title, description, notes, source and address are in it. */
export async function drawSvg({
  context,
  figure,
  locale,
  origin,
  shape,
  theme,
}: FileRequest): Promise<string> {
  const drawn = await drawnFigure(context, figure, locale);
  return drawn.svg({ shape, theme, origin, address: addressOf(figure, locale, origin) });
}

export const svgFormat: FileFormat = {
  extension: 'svg',
  mediaType: 'image/svg+xml; charset=utf-8',
  write: drawSvg,
};
