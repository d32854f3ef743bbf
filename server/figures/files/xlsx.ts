import writeExcelFile from 'write-excel-file/node';
import { valuesOf, type FigureColumn, type FigureTable, type FigureValue } from '../figure-table.ts';
import { factsOf } from '../facts.ts';
import type { FileFormat, FileRequest } from './file-format.ts';

const bold = { fontWeight: 'bold' } as const;
const aboutName = { en: 'About this figure', fr: 'À propos' } as const;

/** A workbook: a sheet a table, numbers as numbers, and a sheet that says where they come from. */
async function writeXlsx(request: FileRequest): Promise<Uint8Array> {
  const { figure, locale } = request;
  const taken = new Set<string>();
  const tables = figure.words[locale].tables.map((table) => ({
    sheet: sheetName(table, taken),
    data: [
      table.columns.map(({ label }) => ({ value: label, ...bold })),
      ...valuesOf(table).map((row) => row.map((value, at) => cellOf(value, table.columns[at]!))),
    ],
    columns: table.columns.map(({ kind }) => ({ width: kind === 'text' ? 32 : 16 })),
    stickyRowsCount: 1,
  }));
  const about = {
    sheet: aboutName[locale],
    data: factsOf(request).map(({ label, value }) => [
      { value: label, ...bold },
      { value, wrap: true },
    ]),
    columns: [{ width: 28 }, { width: 100 }],
  };
  return writeExcelFile([...tables, about] as Parameters<typeof writeExcelFile>[0]).toBuffer();
}

function cellOf(value: FigureValue, { kind, digits = 2 }: FigureColumn) {
  if (value === null) return null;
  if (typeof value === 'string') return { value, type: String };
  const decimals = digits > 0 ? `.${'0'.repeat(digits)}` : '';
  const format = kind === 'share' ? `0${decimals}%` : kind === 'count' ? '#,##0' : undefined;
  return { value, type: Number, ...(format ? { format } : {}) };
}

/** Spreadsheets take 31 characters and none of []:*?/\, each name once. */
function sheetName({ caption, key }: FigureTable, taken: Set<string>): string {
  const plain = (caption ?? key).replace(/[[\]:*?/\\]/g, ' ').slice(0, 28);
  let name = plain;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${plain} ${count}`;
  taken.add(name.toLowerCase());
  return name;
}

export const xlsxFormat: FileFormat = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: writeXlsx,
};
