import { withDrawn } from '../drawn-figure.ts';
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
  const address = addressOf(figure, locale, origin);
  return withDrawn(context, figure, locale, (drawn) => drawn.svg({ shape, theme, origin, address }));
}

export const svgFormat: FileFormat = {
  extension: 'svg',
  mediaType: 'image/svg+xml; charset=utf-8',
  write: drawSvg,
};
