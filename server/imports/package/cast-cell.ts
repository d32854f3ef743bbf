import type { Field } from './descriptor.ts';

export type Cell = string | number | boolean | null;

/** Either the cell's value or why it is not one. */
export type Cast = { value: Cell } | { reason: string };

const booleans = new Map([
  ['true', true],
  ['false', false],
]);

/** Reads one cell as its Table Schema field says (types and constraints of Frictionless Table Schema v2). */
export function castCell(text: string, { type, constraints }: Field, missing: readonly string[]): Cast {
  if (missing.includes(text)) {
    return constraints.required ? { reason: 'is required' } : { value: null };
  }
  const cast = castType(text, type);
  if ('reason' in cast || cast.value === null) return cast;
  const { value } = cast;
  if (constraints.enum && !constraints.enum.some((allowed) => String(allowed) === String(value))) {
    return { reason: `is not one of ${constraints.enum.join(', ')}` };
  }
  if (constraints.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`).test(text)) {
    return { reason: `does not match ${constraints.pattern}` };
  }
  if (typeof value === 'number') {
    if (constraints.minimum !== undefined && value < constraints.minimum) {
      return { reason: `is below ${constraints.minimum}` };
    }
    if (constraints.maximum !== undefined && value > constraints.maximum) {
      return { reason: `is above ${constraints.maximum}` };
    }
  }
  return cast;
}

function castType(text: string, type: Field['type']): Cast {
  switch (type) {
    case 'string':
    case 'any':
      return { value: text };
    case 'integer':
    case 'year': {
      const value = Number(text);
      return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(value)
        ? { value }
        : { reason: 'is not a whole number' };
    }
    case 'number': {
      const value = Number(text);
      return text.trim() !== '' && Number.isFinite(value) ? { value } : { reason: 'is not a number' };
    }
    case 'boolean': {
      const value = booleans.get(text.toLowerCase());
      return value === undefined ? { reason: 'is not true or false' } : { value };
    }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
        ? { value: text }
        : { reason: 'is not a date (YYYY-MM-DD)' };
    case 'yearmonth':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? { value: text } : { reason: 'is not a month (YYYY-MM)' };
    default: {
      const never: never = type;
      return never;
    }
  }
}
