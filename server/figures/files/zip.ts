import { strToU8, zip } from 'fflate';
import { factsOf } from '../facts.ts';
import { csvFormat, writeCsvTable } from './csv.ts';
import { describeCsv } from './csvw.ts';
import { describePackage } from './data-package.ts';
import type { FileFormat, FileRequest } from './file-format.ts';
import { jsonFormat } from './json.ts';
import { parquetFormat } from './parquet.ts';
import { pdfFormat } from './pdf.ts';
import { pngFormat } from './png.ts';
import { readmeOf } from './readme.ts';
import { svgFormat } from './svg.ts';
import { xlsxFormat } from './xlsx.ts';

type Files = Record<string, Uint8Array>;

/** Everything of a figure: the picture and the data in every format, a README and a data package descriptor. */
export async function filesOf(request: FileRequest): Promise<Files> {
  const { figure, locale } = request;
  const files: Files = {};
  const put = (name: string, content: string | Uint8Array) =>
    (files[name] = typeof content === 'string' ? strToU8(content) : content);
  for (const format of [svgFormat, pngFormat, pdfFormat, xlsxFormat, parquetFormat, jsonFormat])
    put(`figure.${format.extension}`, await (request.other?.(format) ?? format.write(request)));
  for (const table of figure.words[locale].tables) {
    const name = `data/${table.key}.${csvFormat.extension}`;
    put(name, writeCsvTable(table));
    put(`${name}-metadata.json`, describeCsv(request, table, `${table.key}.csv`));
  }
  put('datapackage.json', describePackage(request));
  put('README.txt', readmeOf(factsOf(request), Object.keys(files), locale));
  return files;
}

/** The figures of a page, a folder each; one is written before the next is asked for. */
export async function zipFigures(requests: AsyncIterable<FileRequest>): Promise<Uint8Array> {
  const files: Files = {};
  let first: Date | undefined;
  for await (const request of requests) {
    first ??= request.figure.createdAt;
    for (const [name, content] of Object.entries(await filesOf(request)))
      files[`${request.figure.figure}/${name}`] = content;
  }
  return zipped(files, first ?? new Date(0));
}

function zipped(files: Files, mtime: Date): Promise<Uint8Array> {
  return new Promise((resolve, fail) =>
    zip(files, { mtime }, (error, content) => (error ? fail(error) : resolve(content))),
  );
}

export const zipFormat: FileFormat = {
  extension: 'zip',
  mediaType: 'application/zip',
  write: async (request) => zipped(await filesOf(request), request.figure.createdAt),
};
