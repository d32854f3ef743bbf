import type { LedgerColumns } from '../package/descriptor.ts';
import type { TextRow } from '../readers/csv-reader.ts';
import type { Rejection } from '../rejection.ts';
import { toMinorUnits } from '../../money/minor-units.ts';
import type { StagedEarning } from './staged-earning.ts';

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i;
const partialDate = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** Reads one row by the mapping of columns: an earning, or every reason why it is none. */
export function readEarning(
  { line, values }: TextRow,
  columns: LedgerColumns,
): { earning: StagedEarning } | { rejections: Rejection[] } {
  const rejections: Rejection[] = [];
  const text = (column: string | undefined): string | null => {
    const value = column === undefined ? '' : (values[column] ?? '').trim();
    return value === '' ? null : value;
  };
  const fault = (column: string | undefined, reason: string): null => {
    rejections.push({ line, column: column ?? '', value: text(column) ?? '', reason });
    return null;
  };
  const number = (column: string | undefined): string | null => {
    const value = text(column);
    if (value === null || (decimal.test(value) && Number.isFinite(Number(value)))) return value;
    return fault(column, 'is not a number (digits with a decimal point)');
  };

  const expert = text(columns.expert) ?? fault(columns.expert, 'is required: who did the work');
  const period = readPeriod(text(columns.date));
  if (period === undefined) fault(columns.date, 'is not a date (YYYY-MM-DD or YYYY-MM)');
  const currency = text(columns.currency)?.toUpperCase() ?? null;
  const amount = number(columns.amount);
  let amountMinor: bigint | null = null;
  if (amount !== null && currency === null) {
    fault(columns.currency ?? columns.amount, 'has an amount without a currency');
  } else if (currency !== null && !/^[A-Z]{3}$/.test(currency)) {
    fault(columns.currency, 'is not a currency code (three letters, ISO 4217)');
  } else if (amount !== null && currency !== null) {
    amountMinor = toMinorUnits(amount, currency);
  }
  const units = columns.units === undefined ? '1' : (number(columns.units) ?? '0');
  const hours = number(columns.hours);
  if (hours !== null && Number(hours) > 24 * 366) fault(columns.hours, 'is more hours than a year has');
  const improvement = number(columns.improvement);

  if (rejections.length > 0 || expert === null) return { rejections };
  return {
    earning: {
      line,
      expert,
      project: text(columns.project),
      sector: text(columns.sector),
      profession: text(columns.profession),
      period: period ?? null,
      units,
      hours,
      amountMinor,
      currency: amountMinor === null ? null : currency,
      improvement,
    },
  };
}

/** 'YYYY-MM-DD' of a day or of a month's first day; null of nothing, undefined of what is no date. */
function readPeriod(text: string | null): string | null | undefined {
  if (text === null) return null;
  const match = partialDate.exec(text);
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]}-${match[3] ?? '01'}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day || day < '1900-01-01'
    ? undefined
    : day;
}
