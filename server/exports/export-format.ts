import { reject } from '../errors/tacit-error.ts';
import { streamFormats, type StreamFormat } from './export-dataset.ts';

export const exportFormats = [...streamFormats, 'package'] as const;
export type ExportFormat = StreamFormat | 'package';

const byEnding: Record<string, ExportFormat> = {
  csv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  parquet: 'parquet',
  pq: 'parquet',
};

/** The format that was named, or that the file name ends in; CSV on standard output. BAD_USER_INPUT where neither tells. */
export function exportFormat(named: string | undefined, path: string): ExportFormat {
  if (named !== undefined) {
    const format = exportFormats.find((known) => known === named);
    return format ?? reject('BAD_USER_INPUT', `"${named}" is not a format: ${exportFormats.join(', ')} are.`);
  }
  if (path === '-') return 'csv';
  const ending = /\.(\w+)$/.exec(path.replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  return (
    byEnding[ending ?? ''] ??
    reject(
      'BAD_USER_INPUT',
      `The name "${path}" does not tell a format; name one with --format (${exportFormats.join(', ')}).`,
    )
  );
}

/** Is it to be compressed? Its name says so. */
export function isGzipName(path: string): boolean {
  return /\.gz$/i.test(path);
}
