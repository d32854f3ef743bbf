import { reject } from '../../errors/tacit-error.ts';
import { isCalendarDate } from '../scalars/calendar.ts';
import { OrderDirection } from './order-direction.ts';

/** The PostgreSQL type of an order key, which a cursor's text is cast back to. */
export type KeyType = 'text' | 'date' | 'float8' | 'int8';

/** Where in which order a row stands. */
export interface Position {
  /** The order key as PostgreSQL writes it. */
  key: string;
  id: number;
}

export interface CursorOrder {
  name: string;
  type: KeyType;
  direction: OrderDirection;
}

/** An opaque cursor; it names its order, so that it cannot be used in another one unnoticed. */
export function encodeCursor(order: CursorOrder, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([tagOf(order), key, id])).toString('base64url');
}

/** The position that a cursor of this order names. */
export function decodeCursor(order: CursorOrder, cursor: string): Position {
  const parts = parse(cursor);
  const [tag, key, id] = parts;
  if (parts.length !== 3 || typeof tag !== 'string' || typeof key !== 'string' || !isRowId(id)) {
    reject('BAD_USER_INPUT', `"${cursor}" is not a cursor of this API.`);
  }
  if (tag !== tagOf(order)) {
    reject(
      'BAD_USER_INPUT',
      'This cursor belongs to another order: ask for the first page of this order again.',
    );
  }
  if (!isKey(order.type, key)) reject('BAD_USER_INPUT', `"${cursor}" is not a cursor of this API.`);
  return { key, id };
}

function tagOf({ name, direction }: CursorOrder): string {
  return direction === OrderDirection.ASC ? name : `-${name}`;
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isRowId(id: unknown): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id);
}

/** Is it a number that a double can hold: neither too large for it nor too near nought? Infinity only as spelled. */
function isFloat(key: string): boolean {
  if (/^-?Infinity$/.test(key)) return true;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/.test(key)) return false;
  const value = Number(key);
  const isNought = /^[-0.]*(e|$)/.test(key);
  return Number.isFinite(value) && (value !== 0 || isNought);
}

function isKey(type: KeyType, key: string): boolean {
  switch (type) {
    case 'text':
      return !key.includes('\0');
    case 'date':
      return isCalendarDate(key);
    case 'float8':
      return isFloat(key);
    case 'int8':
      return /^-?\d{1,18}$/.test(key);
    default:
      return type satisfies never;
  }
}
