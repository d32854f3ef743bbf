import { csvFormat } from './csv.ts';
import { csvMetadataFormat } from './csvw.ts';
import type { FileFormat } from './file-format.ts';
import { jsonFormat } from './json.ts';
import { lowerThirdFormat } from './lower-third.ts';
import { parquetFormat } from './parquet.ts';
import { pdfFormat } from './pdf.ts';
import { pngFormat } from './png.ts';
import { svgFormat } from './svg.ts';
import { xlsxFormat } from './xlsx.ts';
import { zipFormat } from './zip.ts';

export { zipFigures } from './zip.ts';
export { FigureFiles } from './figure-files.ts';

/** Every kind of file that a figure leaves the house as, by its extension. */
export const fileFormats: ReadonlyMap<string, FileFormat> = new Map(
  [
    svgFormat,
    pngFormat,
    lowerThirdFormat,
    pdfFormat,
    csvFormat,
    csvMetadataFormat,
    xlsxFormat,
    parquetFormat,
    jsonFormat,
    zipFormat,
  ].map((format) => [format.extension, format]),
);
