import type { SourceCell } from './table.ts';

/** The value at a path of keys: 'author.id', or a key that itself holds points. */
export function valueAt(record: unknown, path: string): unknown {
  if (!isRecord(record)) return undefined;
  if (Object.hasOwn(record, path)) return record[path];
  for (let point = path.indexOf('.'); point >= 0; point = path.indexOf('.', point + 1)) {
    const key = path.slice(0, point);
    if (Object.hasOwn(record, key)) return valueAt(record[key], path.slice(point + 1));
  }
  return undefined;
}

/** The paths of all values of a record that are no records themselves, in order. */
export function pathsOf(record: unknown, prefix = '', depth = 0): string[] {
  if (!isRecord(record)) return [];
  return Object.entries(record).flatMap(([key, value]) =>
    isRecord(value) && depth < 8 ? pathsOf(value, `${prefix}${key}.`, depth + 1) : [`${prefix}${key}`],
  );
}

/** A value as a cell: dates as their day, whole numbers of any size as digits, lists as JSON. */
export function asCell(value: unknown): SourceCell {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      if (value === null || value === undefined) return null;
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
      return (
        JSON.stringify(value, (_key, inner: unknown) =>
          typeof inner === 'bigint' ? String(inner) : inner,
        ) ?? null
      );
  }
}

/** True of an object with keys, which is neither a list nor a date. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
