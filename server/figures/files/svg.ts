import { makerOf } from '../create-figure.ts';
import { readFrozenData } from '../figures.sql.ts';
import { addressOf, type FileFormat, type FileRequest } from './file-format.ts';

/** The figure as one SVG; title, description, notes, source and address are in it. */
export async function drawSvg(request: FileRequest): Promise<string> {
  const { context, figure, locale, origin, shape, theme } = request;
  const data = await readFrozenData(context.kysely, figure.id, locale);
  const address = addressOf(figure, locale, origin);
  return makerOf(context).svg(figure.address, figure.figure, data, { locale, shape, theme, address, origin });
}

export const svgFormat: FileFormat = {
  extension: 'svg',
  mediaType: 'image/svg+xml; charset=utf-8',
  write: drawSvg,
};
