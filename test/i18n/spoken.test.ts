import { describe, expect, test } from 'vitest';
import {
  elided,
  spokenFormats,
  spokenMoney,
  spokenNumber,
  spokenShare,
} from '../../web/src/figures/spoken-numbers.ts';
import { spokenEdition } from '../../web/src/figures/on-air.ts';
import { numberFormatsOf } from '../../web/src/lib/i18n/number-formats.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a share as it is said', () => {
  test.each([
    [2 / 3, 'two thirds', 'deux tiers'],
    [0.683, 'about two thirds', 'environ deux tiers'],
    [0.51, 'just over half', 'un peu plus de la moitié'],
    [0.199, 'a fifth', 'un cinquième'],
    [0.19, 'just under a fifth', 'un peu moins d’un cinquième'],
    [0.712, 'about 71 percent', 'environ 71 pour cent'],
    [0.07, '7 percent', '7 pour cent'],
    [0.004, 'less than one percent', 'moins d’un pour cent'],
  ])('%f', (share, english, french) => {
    expect(spokenShare('en', share)).toBe(english);
    expect(spokenShare('fr', share)).toBe(french);
  });
});

test('numbers and money have two figures, and are words from a million on', () => {
  expect(spokenNumber('en', 1_067)).toBe('about 1,100');
  expect(plain(spokenMoney('en', 76.76, 'USD'))).toBe('about 77 dollars');
  expect(plain(spokenMoney('fr', 13_800_000_000, 'USD'))).toBe('environ 14 milliards de dollars');
  expect(plain(spokenMoney('fr', 2_000_000, 'EUR'))).toBe('2 millions d’euros');
});

test('two amounts in one unit name it once', () => {
  const english = spokenFormats('en', numberFormatsOf('en'));
  const french = spokenFormats('fr', numberFormatsOf('fr'));
  expect(english.moneyRange(400e6, 500e6, 'USD')).toBe('400 to 500 million dollars');
  expect(english.moneyRange(800e6, 2e9, 'USD')).toBe('800 million dollars to 2 billion dollars');
  expect(plain(french.moneyRange(400e6, 500e6, 'USD'))).toBe('400 à 500 millions de dollars');
});

test('the top of a ranking is cut at a number, not at a fraction in words', () => {
  expect(spokenFormats('en', numberFormatsOf('en')).cut(0.2)).toBe('20 percent');
  expect(spokenFormats('fr', numberFormatsOf('fr')).cut(0.1)).toBe('10 pour cent');
});

test('French says no “de” before a vowel', () => {
  expect(elided('passé de environ 61 dollars, va de un peu plus, plus que environ')).toBe(
    'passé d’environ 61 dollars, va d’un peu plus, plus qu’environ',
  );
  const { t } = spokenEdition('fr');
  expect(
    t('professions.wages_rose', {
      from: 'environ 61 dollars',
      to: '77',
      start: '2020',
      end: '2025',
      change: '',
    }),
  ).toContain('d’environ 61 dollars');
});
