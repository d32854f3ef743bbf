import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import type { ColumnMapping } from '../import-request.ts';
import { isCurrencyCode } from '../values/currency-signs.ts';
import { demandColumn, findColumn } from './find-column.ts';
import { optionOf, roles, type Role } from './roles.ts';

/** A mapping whose columns are all there. */
export interface ResolvedMapping {
  columns: Partial<Record<Role, string>> & { expert: string };
  /** A code that all rows have, where no column says it. */
  currency: string | null;
  sectorAll: string | null;
}

/** Finds every mapped column in the file; throws BAD_USER_INPUT that offers the nearest names. */
export function resolveMapping(
  mapping: ColumnMapping,
  available: readonly string[],
  file: string,
): ResolvedMapping {
  if (!mapping.expert) {
    reject('BAD_USER_INPUT', said`Say which column tells who did the work: --expert COLUMN.`, {
      option: '--expert',
    });
  }
  if (mapping.amount !== undefined && mapping.rate !== undefined) {
    reject('BAD_USER_INPUT', said`--amount and --rate both say what was paid: name one of them.`);
  }
  if (mapping.sector !== undefined && mapping.sectorAll !== undefined) {
    reject('BAD_USER_INPUT', said`--sector and --sector-all both say the kind of work: name one of them.`);
  }
  const columns: Partial<Record<Role, string>> = {};
  let currency: string | null = null;
  for (const role of roles) {
    const name = mapping[role];
    if (name === undefined || name === '') continue;
    if (role === 'currency' && saysCode(name, mapping, available)) {
      currency = name.toUpperCase();
    } else {
      columns[role] = demandColumn(optionOf(role), name, available, file);
    }
  }
  if (columns.currency === undefined && currency === null && mapping.currency) {
    reject(
      'BAD_USER_INPUT',
      said`"${mapping.currency}" is neither a column of ${file} nor a currency code (ISO 4217).`,
    );
  }
  return { columns: { ...columns, expert: columns.expert! }, currency, sectorAll: mapping.sectorAll ?? null };
}

/** A code, unless it is a column's very name; and a column of amounts that is named by its currency holds no codes. */
function saysCode(name: string, { amount, rate }: ColumnMapping, available: readonly string[]): boolean {
  if (!isCurrencyCode(name.toUpperCase())) return false;
  const paid = amount ?? rate;
  return !available.includes(name) || (paid !== undefined && findColumn(paid, available) === name);
}
