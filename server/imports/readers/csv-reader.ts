import { parse } from 'csv-parse';
import type { Readable } from 'node:stream';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';

/** A row as text by column name, with the line on which it ends. */
export interface TextRow {
  line: number;
  values: Record<string, string>;
}

/** Streams the rows of a CSV with a header; throws BAD_USER_INPUT with the line where the file is malformed. */
export async function* readCsv(input: Readable, name: string): AsyncGenerator<TextRow> {
  const parser = input.pipe(parse({ columns: true, bom: true, info: true, skip_empty_lines: true }));
  input.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      yield { line: info.lines, values: record };
    }
  } catch (error) {
    if (isCsvError(error)) {
      reject('BAD_USER_INPUT', said`${name} is not a well-formed CSV: ${error.message}.`);
    }
    throw error;
  }
}

function isCsvError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
