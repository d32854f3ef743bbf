import { editDistance } from '../../config-names.ts';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import { normaliseName } from './column-names.ts';

/** The column of that name, or the only one that differs by case, spaces or accents alone; undefined of none. */
export function findColumn(name: string, columns: readonly string[]): string | undefined {
  if (columns.includes(name)) return name;
  const normal = normaliseName(name);
  const alike = columns.filter((column) => normaliseName(column) === normal);
  return alike.length === 1 ? alike[0] : undefined;
}

/** As findColumn; throws BAD_USER_INPUT that offers the nearest names. */
export function demandColumn(option: string, name: string, columns: readonly string[], file: string): string {
  const found = findColumn(name, columns);
  if (found !== undefined) return found;
  const near = nearestColumns(name, columns);
  const offer =
    near.length > 0
      ? said`The nearest: ${near.map((column) => `"${column}"`).join(', ')}.`
      : said`It has: ${columns
          .slice(0, 30)
          .map((column) => `"${column}"`)
          .join(', ')}${columns.length > 30 ? said` and more` : ''}.`;
  return reject('BAD_USER_INPUT', said`${file} has no column "${name}" (${option}). ${offer}`, {
    option,
    column: name,
    nearest: near,
  });
}

/** Up to three columns whose names come close. */
export function nearestColumns(name: string, columns: readonly string[]): string[] {
  const wanted = normaliseName(name);
  return columns
    .map((column) => ({ column, distance: distanceOf(wanted, normaliseName(column)) }))
    .filter(({ column, distance }) => distance <= Math.max(2, Math.min(wanted.length, column.length) * 0.4))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ column }) => column);
}

function distanceOf(wanted: string, column: string): number {
  const part =
    wanted.length >= 3 && column.length >= 3 && (column.includes(wanted) || wanted.includes(column));
  // Long headers would make the comparison slow and are never a slip of the other.
  return part ? 1 : editDistance(wanted.slice(0, 60), column.slice(0, 60));
}
