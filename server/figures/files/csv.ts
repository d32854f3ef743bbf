import { stringify } from 'csv-stringify/sync';
import { guardText } from '../../imports/readers/formula-guard.ts';
import { valuesOf, type FigureTable } from '../figure-table.ts';
import { mainTable, type FileFormat } from './file-format.ts';

/** A table as RFC 4180 has it: UTF-8, CRLF, a header; texts that a spreadsheet would run as a formula are guarded. */
export function writeCsvTable(table: FigureTable): string {
  const rows = valuesOf(table).map((row) =>
    row.map((value) => (typeof value === 'string' ? guardText(value) : value)),
  );
  return stringify([table.columns.map(({ key }) => key), ...rows], { record_delimiter: '\r\n' });
}

export const csvFormat: FileFormat = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  write: (request) => Promise.resolve(writeCsvTable(mainTable(request))),
};
