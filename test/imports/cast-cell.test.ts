import { describe, expect, test } from 'vitest';
import { castCell } from '../../server/imports/package/cast-cell.ts';
import type { Field } from '../../server/imports/package/descriptor.ts';

const field = (type: Field['type'], constraints: Field['constraints'] = {}): Field => ({
  name: 'cell',
  type,
  constraints,
});

describe('a cell is read as its Table Schema field says', () => {
  test.each([
    ['string', '  as it stands ', '  as it stands '],
    ['integer', '-12', -12],
    ['year', '2025', 2025],
    ['number', '1.5e2', 150],
    ['boolean', 'TRUE', true],
    ['date', '2025-02-28', '2025-02-28'],
    ['yearmonth', '2025-12', '2025-12'],
  ] as const)('%s %j is %j', (type, text, value) => {
    expect(castCell(text, field(type), [''])).toEqual({ value });
  });

  test.each([
    ['integer', '1.5', 'is not a whole number'],
    ['integer', '9007199254740993', 'is not a whole number'],
    ['number', '1,5', 'is not a number'],
    ['number', 'Infinity', 'is not a number'],
    ['boolean', 'yes', 'is not true or false'],
    ['date', '2025-13-01', 'is not a date (YYYY-MM-DD)'],
    ['yearmonth', '2025-00', 'is not a month (YYYY-MM)'],
  ] as const)('%s %j %s', (type, text, reason) => {
    expect(castCell(text, field(type), [''])).toEqual({ reason });
  });

  test('a missing value is null, and a fault where the field is required', () => {
    expect(castCell('', field('number'), [''])).toEqual({ value: null });
    expect(castCell('n/a', field('number'), ['', 'n/a'])).toEqual({ value: null });
    expect(castCell('', field('number', { required: true }), [''])).toEqual({ reason: 'is required' });
  });

  test('constraints name what they allow', () => {
    expect(castCell('D', field('string', { enum: ['A', 'B'] }), [''])).toEqual({
      reason: 'is not one of A, B',
    });
    expect(castCell('x1', field('string', { pattern: '[a-z]+' }), [''])).toEqual({
      reason: 'does not match [a-z]+',
    });
    expect(castCell('-1', field('number', { minimum: 0 }), [''])).toEqual({ reason: 'is below 0' });
    expect(castCell('101', field('number', { maximum: 100 }), [''])).toEqual({ reason: 'is above 100' });
  });
});
