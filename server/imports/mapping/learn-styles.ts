import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { ImportLimits, ImportOptions, InputFile } from '../import-request.ts';
import { openTable, type OpenedTable } from '../readers/open-table.ts';
import { dateOrder, type DateOrder } from '../values/date-order.ts';
import { numberStyle, type NumberStyle } from '../values/number-style.ts';
import { noEvidence, weighRows, type Evidence } from './evidence.ts';
import type { ResolvedMapping } from './resolve-mapping.ts';
import type { NumericRole, Role } from './roles.ts';

/** How the mapped columns of a file write dates and numbers. */
export interface Styles {
  dateOrder: DateOrder | null;
  numbers: Partial<Record<NumericRole, NumberStyle>>;
}

type Told = Pick<ImportOptions, 'dateOrder' | 'decimalMark'>;

/**
 * Learns the styles from the first rows and, where those do not tell, from the whole of a file that can be read
 * twice. Throws BAD_USER_INPUT that asks, where the values can be read in two ways.
 */
export async function learnStyles(
  table: OpenedTable,
  file: InputFile,
  mapping: ResolvedMapping,
  told: Told,
  limits?: ImportLimits,
): Promise<Styles> {
  const evidence = noEvidence(mapping);
  weighRows(table.sample, table.columns, mapping, evidence);
  if (doubts(evidence, table.delimiter, told).length > 0 && typeof file.input === 'string') {
    await weighFile(file, table.columns, mapping, evidence, limits);
  }
  const [doubt] = doubts(evidence, table.delimiter, told);
  if (doubt) ask(doubt, mapping, evidence, file.name);
  return settle(evidence, table.delimiter, told);
}

/** The styles as far as these rows tell; what can be read in two ways stays open, value by value. */
export function stylesOf(
  {
    rows,
    columns,
    delimiter,
  }: { rows: OpenedTable['sample']; columns: readonly string[]; delimiter: string | null },
  mapping: ResolvedMapping,
  told: Told,
): Styles {
  const evidence = noEvidence(mapping);
  weighRows(rows, columns, mapping, evidence);
  return settle(evidence, delimiter, told);
}

function settle(evidence: Evidence, delimiter: string | null, told: Told): Styles {
  const order = told.dateOrder ?? dateOrder(evidence.date);
  const numbers: Styles['numbers'] = {};
  for (const [role, found] of evidence.numbers) {
    const style = told.decimalMark ?? numberStyle(found, delimiter);
    numbers[role as NumericRole] = style === 'ASK' ? 'EACH' : style;
  }
  return { dateOrder: order === 'AMBIGUOUS' ? null : order, numbers };
}

/** Roles whose values can be read in two ways. */
function doubts(evidence: Evidence, delimiter: string | null, told: Told): Role[] {
  const found: Role[] = [];
  if (told.dateOrder === undefined && dateOrder(evidence.date) === 'AMBIGUOUS') found.push('date');
  if (told.decimalMark !== undefined) return found;
  for (const [role, of] of evidence.numbers) if (numberStyle(of, delimiter) === 'ASK') found.push(role);
  return found;
}

async function weighFile(
  file: InputFile,
  columns: readonly string[],
  mapping: ResolvedMapping,
  evidence: Evidence,
  limits?: ImportLimits,
): Promise<void> {
  const again = await openTable(file, limits);
  try {
    for await (const batch of again.rows(columns)) weighRows(batch, columns, mapping, evidence);
  } finally {
    await again.close();
  }
}

function ask(role: Role, { columns }: ResolvedMapping, evidence: Evidence, file: string): never {
  const column = columns[role] ?? '';
  if (role === 'date') {
    const { dmy, mdy } = evidence.date;
    const why =
      dmy > 0 && mdy > 0
        ? said`holds dates that can only be day/month and dates that can only be month/day`
        : said`holds dates that can be day/month or month/day, and none that tells which`;
    reject(
      'BAD_USER_INPUT',
      said`${file}: column "${column}" ${why}. Say it with --date-order DMY or --date-order MDY.`,
      {
        option: '--date-order',
        column,
      },
    );
  }
  reject(
    'BAD_USER_INPUT',
    said`${file}: column "${column}" holds numbers like 1,234 that can be thousands or decimals, and none that tells which. Say it with --decimal point or --decimal comma.`,
    { option: '--decimal', column },
  );
}
