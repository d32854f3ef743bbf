import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { reject } from '../../errors/tacit-error.ts';
import { readCsv, type TextRow } from '../readers/csv-reader.ts';
import { describeRejections, type Rejection } from '../rejection.ts';
import { castCell, type Cell } from './cast-cell.ts';
import type { Resource } from './descriptor.ts';

export type TypedRow = Record<string, Cell>;

/** The bytes of a resource, after its size and hash were found to be those of the descriptor. */
export async function readVerified(directory: string, resource: Resource): Promise<Buffer> {
  const path = normalize(resource.path);
  if (path.startsWith('..') || path.startsWith(sep)) {
    reject('BAD_USER_INPUT', `Resource ${resource.name}: its path leaves the package's folder.`);
  }
  const bytes = await readFile(join(directory, path)).catch((error: NodeJS.ErrnoException) =>
    reject('BAD_USER_INPUT', `Resource ${resource.name} (${resource.path}) cannot be read: ${error.code}.`),
  );
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (resource.hash !== undefined && resource.hash !== hash) {
    reject(
      'BAD_USER_INPUT',
      `Resource ${resource.name} (${resource.path}) is not the file that the data package describes: its sha256 differs. Restore the file, or run "npm run generate" if the change is meant.`,
    );
  }
  return bytes;
}

/** Streams the text rows of a CSV resource. */
export async function* readTextRows(directory: string, resource: Resource): AsyncGenerator<TextRow> {
  const bytes = await readVerified(directory, resource);
  yield* readCsv(Readable.from([bytes]), resource.path);
}

/** All rows of a small resource, typed by its schema; throws BAD_USER_INPUT that lists the cells at fault. */
export async function readTypedRows(directory: string, resource: Resource): Promise<TypedRow[]> {
  const { fields, missingValues } = resource.schema;
  const rows: TypedRow[] = [];
  const rejections: Rejection[] = [];
  for await (const { line, values } of readTextRows(directory, resource)) {
    const row: TypedRow = {};
    for (const field of fields) {
      const text = values[field.name];
      const cast = text === undefined ? { reason: 'is absent' } : castCell(text, field, missingValues);
      if ('reason' in cast) {
        rejections.push({ line, column: field.name, value: text ?? '', reason: cast.reason });
      } else {
        row[field.name] = cast.value;
      }
    }
    rows.push(row);
  }
  if (rejections.length > 0) {
    reject(
      'BAD_USER_INPUT',
      `Resource ${resource.name} (${resource.path}):\n${describeRejections(rejections)}`,
    );
  }
  return rows;
}
