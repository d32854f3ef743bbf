import type { FileFormat } from './file-format.ts';
import { pngFormat } from './png.ts';
import { svgFormat } from './svg.ts';

export { addressOf, type FileFormat, type FileRequest } from './file-format.ts';

/** Every kind of file that a figure leaves the house as, by its extension. */
export const fileFormats: ReadonlyMap<string, FileFormat> = new Map(
  [svgFormat, pngFormat].map((format) => [format.extension, format]),
);
