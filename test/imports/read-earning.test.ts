import { describe, expect, test } from 'vitest';
import { toMinorUnits } from '../../server/money/minor-units.ts';
import { readEarning } from '../../server/imports/ledger/read-earning.ts';
import { quarterOf } from '../../server/imports/ledger/staged-earning.ts';

const columns = {
  expert: 'who',
  project: 'what',
  date: 'when',
  units: 'units',
  hours: 'hours',
  amount: 'paid',
  currency: 'currency',
};
const row = {
  who: 'x1',
  what: 'p',
  when: '2025-06',
  units: '3',
  hours: '1.5',
  paid: '12.50',
  currency: 'usd',
};
const read = (values: Partial<typeof row>) =>
  readEarning({ line: 7, values: { ...row, ...values } }, columns);

describe('a ledger row becomes an earning', () => {
  test('with money in minor units, the currency in capitals and a month as its first day', () => {
    expect(read({})).toEqual({
      earning: {
        line: 7,
        expert: 'x1',
        project: 'p',
        sector: null,
        profession: null,
        period: '2025-06-01',
        units: '3',
        hours: '1.5',
        amountMinor: 1250n,
        currency: 'USD',
        improvement: null,
      },
    });
  });

  test('without a date it is undated, and without a units column it is one unit', () => {
    expect(readEarning({ line: 2, values: { who: 'x1' } }, { expert: 'who' })).toMatchObject({
      earning: { period: null, units: '1', amountMinor: null, currency: null },
    });
  });

  test.each([
    [{ who: '' }, 'who', 'is required: who did the work'],
    [{ when: '06/07/2025' }, 'when', 'is not a date (YYYY-MM-DD or YYYY-MM)'],
    [{ when: '2025-02-30' }, 'when', 'is not a date (YYYY-MM-DD or YYYY-MM)'],
    [{ units: 'three' }, 'units', 'is not a number (digits with a decimal point)'],
    [{ units: 'NaN' }, 'units', 'is not a number (digits with a decimal point)'],
    [{ paid: '1e999' }, 'paid', 'is not a number (digits with a decimal point)'],
    [{ hours: '9000' }, 'hours', 'is more hours than a year has'],
    [{ currency: '' }, 'currency', 'has an amount without a currency'],
    [{ currency: '$' }, 'currency', 'is not a currency code (three letters, ISO 4217)'],
  ])('%j is rejected at its column with the reason', (values, column, reason) => {
    expect(read(values)).toMatchObject({ rejections: [{ line: 7, column, reason }] });
  });

  test('every fault of a row is told at once', () => {
    expect(read({ who: '', units: 'x' })).toMatchObject({
      rejections: [{ column: 'who' }, { column: 'units' }],
    });
  });
});

test('minor units round half away from zero, by the decimals of the currency', () => {
  expect(toMinorUnits('0.8', 'USD')).toBe(80n);
  expect(toMinorUnits('12.345', 'USD')).toBe(1235n);
  expect(toMinorUnits('-12.345', 'USD')).toBe(-1235n);
  expect(toMinorUnits('1500', 'JPY')).toBe(1500n);
  expect(toMinorUnits('.5', 'KWD')).toBe(500n);
  expect(toMinorUnits('1e3', 'USD')).toBe(100_000n);
});

test('quarters follow each other across years; undated work is in quarter 0', () => {
  expect(quarterOf('2024-12-31') + 1).toBe(quarterOf('2025-01-01'));
  expect(quarterOf('2025-03-31')).toBe(2025 * 4);
  expect(quarterOf(null)).toBe(0);
});
