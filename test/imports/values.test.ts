import { describe, expect, test } from 'vitest';
import { multiplyDecimals, toMinorUnits } from '../../server/money/minor-units.ts';
import { quarterOf } from '../../server/imports/ledger/staged-earning.ts';
import { currenciesOf } from '../../server/imports/values/currency-signs.ts';
import { dateOrder, noDateEvidence, weighDate } from '../../server/imports/values/date-order.ts';
import { noNumberEvidence, numberStyle, weighNumber } from '../../server/imports/values/number-style.ts';
import { readDate } from '../../server/imports/values/read-date.ts';
import { readMoney } from '../../server/imports/values/read-money.ts';
import { readNumber } from '../../server/imports/values/read-number.ts';

describe('a number is read as its column writes numbers', () => {
  test.each([
    ['12', 'EACH', '12'],
    ['-0.50', 'EACH', '-0.5'],
    ['007', 'EACH', '7'],
    ['+3', 'POINT', '3'],
    ['−3', 'POINT', '-3'],
    ['1,234.50', 'POINT', '1234.5'],
    ['12,34,567', 'POINT', '1234567'],
    ['1.234,50', 'COMMA', '1234.5'],
    ['12,5', 'COMMA', '12.5'],
    ['12,5', 'EACH', '12.5'],
    ['1 234,56', 'COMMA', '1234.56'],
    ['1\u00a0234\u202f567', 'EACH', '1234567'],
    ["1'234.56", 'POINT', '1234.56'],
    ['1,234', 'POINT', '1234'],
    ['1,234', 'COMMA', '1.234'],
    ['1.234', 'COMMA', '1234'],
    ['1.234', 'POINT', '1.234'],
    ['1e3', 'POINT', '1000'],
    ['1.5E-3', 'POINT', '0.0015'],
    ['.5', 'POINT', '0.5'],
    ['5.', 'POINT', '5'],
    ['0', 'EACH', '0'],
    ['-0', 'EACH', '0'],
  ] as const)('%s in a %s column is %s', (text, style, decimal) => {
    expect(readNumber(text, style)).toEqual({ decimal });
  });

  test.each([
    ['', 'EACH'],
    ['x', 'EACH'],
    ['NaN', 'POINT'],
    ['1e999', 'POINT'],
    ['12,5', 'POINT'],
    ['1.2.3', 'POINT'],
    ['1,2,3', 'COMMA'],
    ['1 2', 'POINT'],
    ['5%', 'POINT'],
    ['--5', 'POINT'],
    ['.', 'POINT'],
  ] as const)('%j in a %s column is no number', (text, style) => {
    expect(readNumber(text, style)).toEqual({ fault: 'NOT_A_NUMBER' });
  });

  test('what can be thousands or a decimal is asked, where the column does not tell', () => {
    expect(readNumber('1,234', 'EACH')).toEqual({ fault: 'UNCLEAR_NUMBER' });
  });

  test.each([
    [['1,5', '1,234'], ',', 'COMMA'],
    [['1.5', '1,234'], ',', 'POINT'],
    [['1,234,567'], ',', 'POINT'],
    [['1.234,5'], ';', 'COMMA'],
    [['1,234'], ',', 'ASK'],
    [['1.234'], ',', 'POINT'],
    [['1.234'], ';', 'ASK'],
    [['0.234'], ';', 'POINT'],
    [['1.5', '1,5'], ',', 'EACH'],
    [['1', '20'], ',', 'EACH'],
  ] as const)('%j with cells parted by %j is written %s', (texts, delimiter, style) => {
    const evidence = noNumberEvidence();
    for (const text of texts) weighNumber(text, evidence);
    expect(numberStyle(evidence, delimiter)).toBe(style);
  });
});

describe('a date is read as people and programs write it', () => {
  test.each([
    ['2025-06-30', '2025-06-30'],
    ['2025-06', '2025-06-01'],
    ['2025-6-3', '2025-06-03'],
    ['2025/06/30', '2025-06-30'],
    ['2025.06.30', '2025-06-30'],
    ['20250630', '2025-06-30'],
    ['2025-06-30T23:59:59.123+02:00', '2025-06-30'],
    ['2025-06-30 10:11:12 +0200', '2025-06-30'],
    ['06/2025', '2025-06-01'],
    ['2025-Q3', '2025-07-01'],
    ['T2 2025', '2025-04-01'],
    ['25/03/2025', '2025-03-25'],
    ['03/25/2025', '2025-03-25'],
    ['7.7.2025', '2025-07-07'],
    ['1719700000', '2024-06-29'],
    ['1719700000000', '2024-06-29'],
    ['28 juin 2017', '2017-06-28'],
    ['1er août 2025', '2025-08-01'],
    ['28-Jun-2017', '2017-06-28'],
    ['June 28, 2017', '2017-06-28'],
    ['Wed Jun 28 10:14:30 PDT 2017', '2017-06-28'],
    ['Mon Jan 2 10:11:12 2024 +0200', '2024-01-02'],
    ['février 2024', '2024-02-01'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s, whatever the order', (text, day) => {
    expect(readDate(text, null)).toEqual({ day });
  });

  test('day and month change places with the order', () => {
    expect(readDate('03/04/2025', 'DMY')).toEqual({ day: '2025-04-03' });
    expect(readDate('03/04/2025 18:30', 'MDY')).toEqual({ day: '2025-03-04' });
    expect(readDate('03-04-2025', 'DMY')).toEqual({ day: '2025-04-03' });
  });

  test.each([
    ['03/04/2025', null, 'UNCLEAR_DATE'],
    ['25/03/2025', 'MDY', 'NOT_IN_CALENDAR'],
    ['2025-02-30', null, 'NOT_IN_CALENDAR'],
    ['2023-02-29', null, 'NOT_IN_CALENDAR'],
    ['2025-13-01', null, 'NOT_IN_CALENDAR'],
    ['1025-01-01', null, 'OUT_OF_RANGE'],
    ['2025', null, 'YEAR_ALONE'],
    ['3/4/25', null, 'SHORT_YEAR'],
    ['soon', null, 'NOT_A_DATE'],
    ['2025-06-modified', null, 'NOT_A_DATE'],
    ['12', null, 'NOT_A_DATE'],
  ] as const)('%s with order %s is refused: %s', (text, order, fault) => {
    expect(readDate(text, order)).toEqual({ fault });
  });

  test.each([
    [['25/03/2025', '01/02/2025'], 'DMY'],
    [['03/25/2025', '01/02/2025'], 'MDY'],
    [['01/02/2025'], 'AMBIGUOUS'],
    [['25/03/2025', '03/25/2025'], 'AMBIGUOUS'],
    [['05/05/2025'], null],
    [['2025-01-02', '3 May 2025'], null],
  ] as const)('%j show the order %s', (texts, order) => {
    const evidence = noDateEvidence();
    for (const text of texts) weighDate(text, evidence);
    expect(dateOrder(evidence)).toBe(order);
  });
});

describe('an amount is parted from its currency', () => {
  test.each([
    ['12.5', '12.5', ''],
    ['$1,234.50', '1,234.50', '$'],
    ['12,5 €', '12,5', '€'],
    ['1 234,56 €', '1 234,56', '€'],
    ['R$ 30', '30', 'R$'],
    ['US$30', '30', 'US$'],
    ['USD 30', '30', 'USD'],
    ['30 EUR', '30', 'EUR'],
    ['$30 USD', '30', 'USD'],
    ['-£3', '-3', '£'],
    ['£-3', '-3', '£'],
    ['(3.00)', '-3.00', ''],
    ['($3.00)', '-3.00', '$'],
    ['1e3', '1e3', ''],
  ])('%s', (text, number, currency) => {
    expect(readMoney(text)).toEqual({ number, currency });
  });

  test.each(['', 'x', '$', '3 to 5', '3-5', '(3', 'USD 3 EUR', '3 per hour', '1'.repeat(100)])(
    '%j is none',
    (text) => {
      expect(readMoney(text)).toBeUndefined();
    },
  );

  test('a sign of several currencies stands for each of them', () => {
    expect(currenciesOf('€')).toEqual(['EUR']);
    expect(currenciesOf('eur')).toEqual(['EUR']);
    expect(currenciesOf('R$')).toEqual(['BRL']);
    expect(currenciesOf('$').length).toBeGreaterThan(3);
    expect(currenciesOf('¥')).toEqual(['JPY', 'CNY']);
    expect(currenciesOf('toString')).toEqual([]);
  });
});

test('minor units round half away from zero, by the decimals of the currency', () => {
  expect(toMinorUnits('0.8', 'USD')).toBe(80n);
  expect(toMinorUnits('12.345', 'USD')).toBe(1235n);
  expect(toMinorUnits('-12.345', 'USD')).toBe(-1235n);
  expect(toMinorUnits('1500', 'JPY')).toBe(1500n);
  expect(toMinorUnits('.5', 'KWD')).toBe(500n);
});

test('a rate times its hours is exact', () => {
  expect(multiplyDecimals('0.1', '0.2')).toBe('0.02');
  expect(multiplyDecimals('-12.5', '3')).toBe('-37.5');
  expect(multiplyDecimals('33.33', '1.5')).toBe('49.995');
});

test('quarters follow each other across years; undated work is in quarter 0', () => {
  expect(quarterOf('2024-12-31') + 1).toBe(quarterOf('2025-01-01'));
  expect(quarterOf('2025-03-31')).toBe(2025 * 4);
  expect(quarterOf(null)).toBe(0);
});
