import { Said, said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { ImportOptions, InputFile } from '../import-request.ts';
import { EarningReader } from '../ledger/earning-reader.ts';
import { Professions } from '../ledger/professions.ts';
import type { OpenedTable } from '../readers/open-table.ts';
import type { SourceRow } from '../readers/table.ts';
import type { Rejection, RejectionCode } from '../rejection.ts';
import { readDate } from '../values/read-date.ts';
import type { Styles } from './learn-styles.ts';
import { optionOf, type Role } from './roles.ts';
import type { ResolvedMapping } from './resolve-mapping.ts';

/** Where this share of a column's first values is bad, the mapping is wrong rather than the rows. */
const hopeless = 0.9;
const fewest = 3;

type Sampled = Pick<OpenedTable, 'columns' | 'sample'>;

/** Faults of a mapping, not of rows: what to do about each. */
const advice: Partial<Record<RejectionCode, string>> = {
  NO_CURRENCY: 'Say the currency with --currency: a code like EUR, or the column that holds it.',
  UNCLEAR_CURRENCY:
    "Say which currency it is: --currency USD for all rows, or --currency-sign '$=USD' for this sign.",
};

/**
 * Reads the first rows and throws BAD_USER_INPUT at once where nine in ten values of a column cannot be read: the
 * wrong column was mapped, and reading on would only say so millions of times.
 */
export function checkSample(
  table: Sampled,
  { mapping, styles }: { mapping: ResolvedMapping; styles: Styles },
  options: Pick<ImportOptions, 'currencySigns'>,
  file: InputFile,
): void {
  const { rejections } = readSampleRows(table, mapping, styles, {
    ...options,
    missingValues: file.missingValues,
  });
  const byColumn = Map.groupBy(
    rejections.filter(({ column }) => column !== ''),
    ({ column }) => column,
  );
  for (const [column, faults] of byColumn) {
    const [first] = faults;
    const code = commonest(faults);
    // Some rows without a currency are bad rows, where a column says it for the others.
    const told = code === 'NO_CURRENCY' && mapping.columns.currency !== undefined ? undefined : advice[code];
    const given = valuesOf(table, column).filter((value) => value !== '').length;
    const wrong = faults.filter((fault) => fault.value !== '' || fault.code === 'REQUIRED').length;
    const all = given === 0 ? table.sample.length : given;
    if (told === undefined && (wrong < Math.min(fewest, all) || wrong < all * hopeless)) continue;
    if (all < 2 && told === undefined) continue;
    const example = JSON.stringify(first!.value.slice(0, 60));
    const role = Object.entries(mapping.columns).find(([, mapped]) => mapped === column)?.[0];
    const option = role === undefined ? 'column' : optionOf(role as Role);
    reject(
      'BAD_USER_INPUT',
      told === undefined
        ? said`${file.name}: ${wrong} of the first ${all} values of column "${column}" (${option}) cannot be read: ${example} (line ${first!.line}) ${new Said(first!.reason)}.${role === 'date' ? otherDates(table, column) : ''} Nothing was loaded.`
        : said`${file.name}: column "${column}": ${example} (line ${first!.line}) ${new Said(first!.reason)}. ${new Said(told)}`,
      { option, column, code },
    );
  }
}

/** What reading the first rows would keep and reject: the preview of an import. */
export function readSampleRows(
  { columns, sample }: { columns: readonly string[]; sample: readonly SourceRow[] },
  mapping: ResolvedMapping,
  styles: Styles,
  options: Pick<ImportOptions, 'currencySigns'> & Pick<InputFile, 'missingValues'>,
): { kept: number; rejections: Rejection[] } {
  const reader = new EarningReader({
    mapping,
    styles,
    currencySigns: options.currencySigns,
    missingValues: options.missingValues,
    // Codes are looked up when the rows are loaded.
    professions: new AnyProfession(),
    pseudonymOf: (id) => id,
  });
  const indexes = reader.wanted.map((column) => columns.indexOf(column));
  const rejections: Rejection[] = [];
  let kept = 0;
  for (const { line, cells, fault } of sample) {
    const read = reader.read({ line, cells: indexes.map((index) => cells[index] ?? null), fault });
    if ('earning' in read) kept += 1;
    else rejections.push(...read.rejections);
  }
  return { kept, rejections };
}

class AnyProfession extends Professions {
  constructor() {
    super([]);
  }

  override codeOf(): null {
    return null;
  }
}

function commonest(faults: readonly Rejection[]): RejectionCode {
  const counted = [...Map.groupBy(faults, ({ code }) => code)];
  return counted.reduce((one, other) => (other[1].length > one[1].length ? other : one))[0];
}

function valuesOf({ columns, sample }: Sampled, column: string): string[] {
  const index = columns.indexOf(column);
  return sample.map(({ cells }) => String(cells[index] ?? '').trim());
}

/** Names the columns that do hold dates. */
function otherDates(table: Sampled, column: string): Said | '' {
  const found = table.columns.filter((other) => {
    if (other === column) return false;
    const values = valuesOf(table, other)
      .filter((value) => value !== '')
      .slice(0, 50);
    const dates = values.filter(
      (value) => value.length < 64 && /\D/.test(value) && 'day' in readDate(value, 'DMY'),
    );
    return values.length > 0 && dates.length > values.length * hopeless;
  });
  return found.length > 0 ? said` Dates stand in ${found.map((name) => `"${name}"`).join(', ')}.` : '';
}
