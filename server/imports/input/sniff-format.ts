import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { FileFormat } from '../import-request.ts';

/** What the first bytes, or else the name, say the file is; throws BAD_USER_INPUT for what is not a table. */
export function sniffFormat(head: Buffer, name: string): FileFormat {
  if (head.length === 0) reject('BAD_USER_INPUT', said`${name} is empty.`);
  if (startsWith(head, 'PAR1')) return 'parquet';
  if (startsWith(head, 'PK\u0003\u0004')) {
    reject(
      'BAD_USER_INPUT',
      said`${name} is a spreadsheet or a zip archive: save the sheet as CSV, or unpack it.`,
    );
  }
  if (startsWith(head, '%PDF'))
    reject('BAD_USER_INPUT', said`${name} is a PDF: a table is needed, as CSV for example.`);
  const extension = /\.(\w+)(?:\.gz)?$/.exec(name.toLowerCase())?.[1];
  if (extension === 'jsonl' || extension === 'ndjson') return 'jsonl';
  if (extension === 'csv' || extension === 'tsv' || extension === 'tab') return 'csv';
  return (
    sniffJson(
      head
        .toString('latin1')
        .replaceAll('\0', '')
        .replace(/^(?:ï»¿|ÿþ|þÿ)/, ''),
    ) ?? 'csv'
  );
}

function sniffJson(text: string): FileFormat | undefined {
  const start = text.trimStart();
  if (/^\[\s*[[{\]]/.test(start)) return 'json';
  if (!start.startsWith('{')) return undefined;
  const end = start.indexOf('\n');
  try {
    const first = JSON.parse(end < 0 ? start : start.slice(0, end)) as Record<string, unknown>;
    const more = end >= 0 && start.slice(end).trim() !== '';
    return !more && Object.values(first).some(isListOfRecords) ? 'json' : 'jsonl';
  } catch {
    return 'json';
  }
}

function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null;
}

function startsWith(head: Buffer, text: string): boolean {
  return head.subarray(0, text.length).toString('latin1') === text;
}
