import { describe, expect, test } from 'vitest';
import { writeDate } from '../../web/src/lib/i18n/date-formats.ts';
import { localeOf, pathIn, pathWithoutLocale } from '../../web/src/lib/i18n/locale.ts';
import { numberFormatsOf } from '../../web/src/lib/i18n/number-formats.ts';

const en = numberFormatsOf('en');
const fr = numberFormatsOf('fr');

describe('numbers', () => {
  test('are grouped and pointed as the language does', () => {
    expect(en.exact(1234567.891, 2)).toBe('1,234,567.89');
    expect(fr.exact(1234567.891, 2)).toBe('1\u202f234\u202f567,89');
  });

  test('in percent take shares from 0 to 1', () => {
    expect(en.percent(0.529, 1)).toBe('52.9%');
    expect(fr.percent(0.529, 1)).toBe('52,9\u202f%');
    expect(fr.percent(0.5)).toBe('50\u202f%');
  });

  test('of change always carry a sign, the minus a real one', () => {
    expect([en.change(0.36), en.change(-0.36), en.change(0)]).toEqual(['+36%', '\u221236%', '0%']);
    expect(fr.change(-0.36)).toBe('\u221236\u202f%');
  });

  test('of money put the dollar before in English and after in French', () => {
    expect([en.money(150, 'USD'), en.money(76.76, 'USD'), en.money(12.5, 'GBP')]).toEqual([
      '$150',
      '$76.76',
      '£12.50',
    ]);
    expect([fr.money(150, 'USD'), fr.money(76.76, 'USD')]).toEqual(['150\u202f$', '76,76\u202f$']);
  });

  test('that are large are said in words, and French never says billion for 10^9', () => {
    expect(en.moneyInWords(1.23e9, 'USD')).toBe('$1.23\u00a0billion');
    expect(en.moneyInWords(1.023e13, 'USD')).toBe('$10.2\u00a0trillion');
    expect(fr.moneyInWords(1.23e9, 'USD')).toBe('1,23\u00a0milliard\u00a0de\u00a0$');
    expect(fr.moneyInWords(1.023e13, 'USD')).toBe('10\u202f200\u00a0milliards\u00a0de\u00a0$');
    expect(fr.inWords(155_250_000)).toBe('155\u00a0millions');
    expect(en.moneyInWords(250, 'USD')).toBe('$250');
  });

  test('that are two share their unit', () => {
    expect(en.moneyRange(4e8, 5e8, 'USD')).toBe('$400–500\u00a0million');
    expect(fr.moneyRange(4e8, 5e8, 'USD')).toBe('400–500\u00a0millions\u00a0de\u00a0$');
    expect(en.moneyRange(5e8, 2e9, 'USD')).toBe('$500\u00a0million–$2\u00a0billion');
    expect(en.moneyRange(5e8, 5e8, 'USD')).toBe('$500\u00a0million');
  });

  test('that are large take de before what they count in French, d’ before a vowel', () => {
    expect(fr.counted(`${fr.inWords(1e6)} personnes`)).toBe('1\u00a0million de personnes');
    expect(fr.counted(`${fr.inWords(155e6)} emplois`)).toBe('155\u00a0millions d’emplois');
    expect(en.counted(`${en.inWords(1e6)} people`)).toBe('1\u00a0million people');
  });
});

describe('dates', () => {
  test('are written as exactly as they are known', () => {
    expect(['2025', '2025-10', '2025-10-03'].map((date) => writeDate('en', date))).toEqual([
      '2025',
      'October 2025',
      '3 October 2025',
    ]);
    expect(['2025-10', '2025-10-03', '2026-01-01'].map((date) => writeDate('fr', date))).toEqual([
      'octobre 2025',
      '3 octobre 2025',
      '1er janvier 2026',
    ]);
  });

  test('with a time keep to their day', () => {
    expect(writeDate('en', '2026-11-22T23:59:00.000Z')).toBe('22 November 2026');
  });
});

test('an address carries its language, and can be had in the other', () => {
  for (const [path, english] of [
    ['/fr', '/'],
    ['/fr/pay', '/pay'],
  ] as const) {
    expect(localeOf(path)).toBe('fr');
    expect(pathWithoutLocale(path)).toBe(english);
    expect(pathIn('fr', english)).toBe(path);
  }
  expect([localeOf('/'), localeOf('/france'), localeOf('/pay')]).toEqual(['en', 'en', 'en']);
});
