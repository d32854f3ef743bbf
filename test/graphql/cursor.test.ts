import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, type CursorOrder } from '../../server/graphql/paging/cursor.ts';
import { OrderDirection } from '../../server/graphql/paging/order-direction.ts';

const direction = fc.constantFrom(OrderDirection.ASC, OrderDirection.DESC);
const id = fc.maxSafeNat();
const order = (type: CursorOrder['type'], name = 'KEY'): CursorOrder => ({
  name,
  type,
  direction: OrderDirection.ASC,
});

describe('a cursor', () => {
  test('holds any text and any finite or infinite number as its key', () => {
    const text = fc.string({ unit: 'binary' }).filter((key) => !key.includes('\0'));
    fc.assert(
      fc.property(direction, text, id, (way, key, rowId) => {
        const by = { ...order('text'), direction: way };
        expect(decodeCursor(by, encodeCursor(by, { key, id: rowId }))).toEqual({ key, id: rowId });
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true }), id, (key, rowId) => {
        const position = { key: String(key), id: rowId };
        expect(decodeCursor(order('float8'), encodeCursor(order('float8'), position))).toEqual(position);
      }),
    );
  });

  test('is opaque and safe in addresses', () => {
    expect(encodeCursor(order('text'), { key: 'é/?&', id: 1 })).toMatch(/^[\w-]+$/);
  });

  test('is refused in another order or direction', () => {
    const cursor = encodeCursor(order('text'), { key: 'a', id: 1 });
    const message = 'This cursor belongs to another order: ask for the first page of this order again.';
    expect(() => decodeCursor(order('text', 'NAME'), cursor)).toThrow(message);
    expect(() => decodeCursor({ ...order('text'), direction: OrderDirection.DESC }, cursor)).toThrow(message);
  });

  test('is refused when its key could not be a key of the order', () => {
    for (const [type, key] of [
      ['date', '2025-02-30'],
      ['float8', 'NaN'],
      ['float8', '1; drop table source'],
      ['float8', '1e999'],
      ['float8', '-1e309'],
      ['float8', `${'9'.repeat(400)}`],
      ['float8', '1e-999'],
      ['float8', 'infinity'],
      ['int8', '1e3'],
      ['text', 'a\0'],
    ] as const) {
      const cursor = encodeCursor(order(type), { key, id: 1 });
      expect(() => decodeCursor(order(type), cursor)).toThrow(`"${cursor}" is not a cursor of this API.`);
    }
  });

  test('is taken at the edges of what a double can hold', () => {
    for (const key of [
      '0',
      '-0',
      '0.0',
      '0e10',
      'Infinity',
      '-Infinity',
      '1.7976931348623157e+308',
      '5e-324',
    ]) {
      const position = { key, id: 1 };
      expect(decodeCursor(order('float8'), encodeCursor(order('float8'), position))).toEqual(position);
    }
  });

  test('is refused, never misread, when it is any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(order('text'), text)).toThrow('is not a cursor of this API.');
      }),
    );
  });
});
