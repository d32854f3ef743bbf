import type { FigureColumn, FigureTable } from '../figure-table.ts';
import { factsOf } from '../facts.ts';
import { mainTable, type FileFormat, type FileRequest } from './file-format.ts';

/** The description that goes with a CSV (CSV on the Web): what its columns hold, and all that is known of the figure. */
export function describeCsv(request: FileRequest, table: FigureTable, csvAddress: string): string {
  const { locale, figure } = request;
  const facts = Object.fromEntries(factsOf(request).map(({ key, value }) => [key, value]));
  return JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': locale }],
      url: csvAddress,
      'dc:title': facts['title'],
      'dc:description': figure.words[locale].description,
      'dc:source': facts['sources'],
      'dc:license': facts['licences'],
      'dc:identifier': facts['address'],
      'dc:date': facts['frozen'],
      dialect: { lineTerminators: '\r\n', header: true, encoding: 'utf-8' },
      tableSchema: {
        columns: table.columns.map((column) => ({
          name: column.key,
          titles: { [locale]: column.label },
          datatype: datatypeOf(column),
          ...((column.unit ?? column.currency) ? { 'dc:description': column.unit ?? column.currency } : {}),
        })),
      },
      'tacit:facts': facts,
    },
    null,
    2,
  );
}

/** Dates may be known to the year or month only, so they are texts to a validator. */
function datatypeOf({ kind }: FigureColumn): string {
  switch (kind) {
    case 'text':
    case 'date':
      return 'string';
    case 'count':
    case 'number':
    case 'share':
    case 'money':
      return 'number';
    default:
      return kind satisfies never;
  }
}

export const csvMetadataFormat: FileFormat = {
  extension: 'csv-metadata.json',
  mediaType: 'application/csvm+json; charset=utf-8',
  write: (request) => {
    const table = mainTable(request);
    const query = request.table === undefined ? '' : `?table=${encodeURIComponent(request.table)}`;
    return Promise.resolve(describeCsv(request, table, `${request.figure.id}.csv${query}`));
  },
};
