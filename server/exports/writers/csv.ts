import { guardText } from '../../imports/readers/formula-guard.ts';
import type { ExportColumn, ExportRow } from '../columns.ts';
import type { EarningRows } from '../read-earnings.ts';

/**
 * CSV as RFC 4180 has it, with line feeds: a header, quotes only where they are needed. Texts that a spreadsheet would
 * run as a formula are guarded; the importer takes the guard off.
 */
export async function* writeCsv({ columns, batches }: EarningRows): AsyncGenerator<string> {
  yield `${columns.map(({ name }) => name).join(',')}\n`;
  for await (const rows of batches) yield rows.map((row) => `${writeRow(row, columns)}\n`).join('');
}

function writeRow(row: ExportRow, columns: readonly ExportColumn[]): string {
  return row.map((cell, at) => writeCell(cell, columns[at]!)).join(',');
}

function writeCell(cell: string | null, { kind }: ExportColumn): string {
  if (cell === null) return '';
  if (kind !== 'text') return cell;
  const text = guardText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
