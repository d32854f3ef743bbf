import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';
import type { FileFormat, FileRequest } from './file-format.ts';
import { fontFile, fonts, nameFonts } from '../raster/fonts.ts';
import { drawSvg } from './svg.ts';

/** The figure as a page of vectors with its fonts embedded; one logical pixel is three quarters of a point. */
async function writePdf(request: FileRequest): Promise<Uint8Array> {
  const svg = nameFonts(await drawSvg(request));
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const size: [number, number] = [Number(width) * 0.75, Number(height) * 0.75];
  const { figure, locale } = request;
  const document = new PDFDocument({
    size,
    margin: 0,
    lang: locale,
    displayTitle: true,
    info: {
      Title: figure.words[locale].finding,
      Author: 'Tacit',
      Subject: figure.words[locale].measure,
      CreationDate: figure.createdAt,
    },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, fail) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', fail);
  });
  for (const { family, weight, file } of fonts) document.registerFont(`${family} ${weight}`, file);
  SVGtoPDF(document, svg, 0, 0, {
    width: size[0],
    height: size[1],
    fontCallback: (family, isBold) => fontFile(family, isBold),
  });
  document.end();
  return whole;
}

export const pdfFormat: FileFormat = { extension: 'pdf', mediaType: 'application/pdf', write: writePdf };
