import { encodingOf, sniffEncoding } from '../input/sniff-encoding.ts';
import { decodeText } from '../input/decode-text.ts';
import { openBytes, usualLimits, type OpenedBytes } from '../input/open-bytes.ts';
import { openRandomAccess } from '../input/random-access.ts';
import { sniffDelimiter } from '../input/sniff-delimiter.ts';
import { sniffFormat } from '../input/sniff-format.ts';
import type { ImportLimits, InputFile } from '../import-request.ts';
import { openCsv } from './csv-table.ts';
import { readJsonArray } from './json-array.ts';
import { readJsonLines } from './json-lines.ts';
import { openParquet } from './parquet-table.ts';
import { openRecords } from './record-table.ts';
import type { SourceTable } from './table.ts';

/** A table with what is known of the file it comes from. */
export interface OpenedTable extends SourceTable {
  name: string;
  size: number | null;
  bytesRead(): number;
  /** Of the file as it is; whole once all rows were read. */
  sha256(): string;
  close(): Promise<void>;
}

/** Opens a file of any format: what is not given is sniffed. Throws a coded error for what cannot be read. */
export async function openTable(file: InputFile, limits: ImportLimits = {}): Promise<OpenedTable> {
  const opened = await openBytes(file, limits);
  try {
    return await openFormat(opened, file, { ...usualLimits, ...limits });
  } catch (error) {
    opened.close();
    throw error;
  }
}

async function openFormat(
  opened: OpenedBytes,
  file: InputFile,
  { maxRecordLength }: Required<ImportLimits>,
): Promise<OpenedTable> {
  const { name, head, size, bytesRead, sha256 } = opened;
  const sniffed = sniffFormat(head, name);
  const format = sniffed === 'parquet' ? sniffed : (file.format ?? sniffed);
  const common = {
    name,
    size,
    bytesRead,
    sha256,
    format,
    delimiter: null,
    close: async () => opened.close(),
  };
  if (format === 'parquet') {
    const access = await openRandomAccess(opened);
    const close = async (): Promise<void> => (opened.close(), access.close());
    try {
      return { ...common, ...(await openParquet(access, name)), encoding: null, close };
    } catch (error) {
      await access.close();
      throw error;
    }
  }
  const encoding = file.encoding === undefined ? sniffEncoding(head, name) : encodingOf(file.encoding);
  const text = decodeText(opened.bytes, encoding, name);
  const options = { name, maxRecordLength };
  switch (format) {
    case 'csv': {
      const delimiter = file.delimiter ?? sniffDelimiter(new TextDecoder(encoding).decode(head));
      return { ...common, ...(await openCsv(text, { ...options, delimiter })), encoding, delimiter };
    }
    case 'jsonl':
      return {
        ...common,
        ...(await openRecords(readJsonLines(text, options), { name, position: 'LINE' })),
        encoding,
      };
    case 'json':
      return {
        ...common,
        ...(await openRecords(readJsonArray(text, options), { name, position: 'RECORD' })),
        encoding,
      };
    default: {
      const never: never = format;
      return never;
    }
  }
}
