import { TacitError } from '../../errors/tacit-error.ts';
import type { ImportWarning } from '../../imports/import-report.ts';
import type { ColumnMapping } from '../../imports/import-request.ts';
import {
  previewSample,
  proposeMapping,
  readSample,
  type Proposal,
  type Sample,
} from '../../imports/propose-mapping.ts';
import type { Rejection } from '../../imports/rejection.ts';
import type { Language } from './language.ts';
import type { ImportParameters } from './parameters.ts';
import type { Arriving } from './service.ts';

/** What would become of a file, told from its first rows. */
export interface Preview {
  file: Pick<Sample, 'format' | 'encoding' | 'delimiter' | 'columns' | 'position'>;
  proposal: Pick<Proposal, 'columns' | 'currency' | 'dateOrder'>;
  warnings: ImportWarning[];
  /** The first few, for a person to look at. */
  rows: { line: number; cells: Sample['rows'][number]['cells'] }[];
  /** By the mapping that was sent or else the proposed one; null while nothing says who did the work. */
  check: { rowsRead: number; rowsKept: number; rowsRejected: number; rejections: Rejection[] } | null;
  /** Why the mapping cannot be used at all. */
  fault: { code: string; message: string } | null;
}

const checkedRows = 200;
const shownRows = 8;
const shownRejections = 8;

/** Reads the first rows of a file, says which column is what, and tries the rows as an import would. */
export async function previewFile({
  file,
  name,
  parameters,
  partial,
  language = {},
}: Omit<Arriving, 'signal' | 'actor'> & { partial: boolean; language?: Language }): Promise<Preview> {
  const { format, delimiter, encoding, missingValues } = parameters;
  const sample = await readSample(
    { input: file, name, format, delimiter, encoding, missingValues },
    checkedRows,
  );
  // The last row of a file that was cut for the preview may be half a row.
  if (partial && sample.rows.length > 1 && sample.rows.length < checkedRows) sample.rows.pop();
  const { warnings, ...proposal } = proposeMapping(sample);
  return {
    file: pick(sample),
    proposal,
    warnings,
    rows: sample.rows.slice(0, shownRows).map(({ line, cells }) => ({ line, cells })),
    ...tryRows(sample, mappingOf(parameters, proposal), parameters, language),
  };
}

/** What was sent counts as a whole: whoever left a column out meant it. */
function mappingOf({ mapping }: ImportParameters, proposal: Preview['proposal']): ColumnMapping | null {
  if (mapping.expert !== undefined) return { ...mapping, expert: mapping.expert };
  const { expert, currency = proposal.currency ?? undefined, ...rest } = proposal.columns;
  return expert === undefined ? null : { ...rest, expert, ...(currency === undefined ? {} : { currency }) };
}

function tryRows(
  sample: Sample,
  mapping: ColumnMapping | null,
  { dateOrder, decimalMark, currencySigns }: ImportParameters,
  language: Language,
): Pick<Preview, 'check' | 'fault'> {
  if (mapping === null) return { check: null, fault: null };
  try {
    const { kept, rejections } = previewSample(sample, mapping, { dateOrder, decimalMark, currencySigns });
    const rowsRead = sample.rows.length;
    const check = {
      rowsRead,
      rowsKept: kept,
      rowsRejected: rowsRead - kept,
      rejections: rejections.slice(0, shownRejections),
    };
    return { check, fault: null };
  } catch (error) {
    if (!(error instanceof TacitError)) throw error;
    return { check: null, fault: { code: error.code, message: error.said.in(language) } };
  }
}

function pick({ format, encoding, delimiter, columns, position }: Sample): Preview['file'] {
  return { format, encoding, delimiter, columns, position };
}
