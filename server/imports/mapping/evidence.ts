import type { SourceCell, SourceRow } from '../readers/table.ts';
import { noDateEvidence, weighDate, type DateEvidence } from '../values/date-order.ts';
import { noNumberEvidence, weighNumber, type NumberEvidence } from '../values/number-style.ts';
import type { ResolvedMapping } from './resolve-mapping.ts';
import { numericRoles, type Role } from './roles.ts';

/** What the values of the mapped columns tell about how they are written. */
export interface Evidence {
  date: DateEvidence;
  numbers: Map<Role, NumberEvidence>;
}

/** No evidence yet, for the columns that are mapped. */
export function noEvidence({ columns }: ResolvedMapping): Evidence {
  return {
    date: noDateEvidence(),
    numbers: new Map(
      numericRoles.filter((role) => columns[role] !== undefined).map((role) => [role, noNumberEvidence()]),
    ),
  };
}

/** Adds what rows tell; `columns` are the names of their cells. */
export function weighRows(
  rows: readonly SourceRow[],
  columns: readonly string[],
  mapping: ResolvedMapping,
  evidence: Evidence,
): void {
  const at = (role: Role): number => columns.indexOf(mapping.columns[role] ?? '\0');
  const dateAt = at('date');
  const numbersAt = [...evidence.numbers].map(([role, found]) => [at(role), found] as const);
  for (const { cells } of rows) {
    const date = textOf(cells[dateAt]);
    if (date !== '') weighDate(date, evidence.date);
    for (const [index, found] of numbersAt) {
      const number = textOf(cells[index]);
      if (number !== '') weighNumber(number, found);
    }
  }
}

/** Numbers of typed files tell nothing and need nothing. */
function textOf(cell: SourceCell | undefined): string {
  return typeof cell === 'string' && cell.length <= 64 ? cell.trim() : '';
}
