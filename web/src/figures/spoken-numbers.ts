import type { Locale } from '../lib/i18n/locale.ts';
import type { NumberFormats } from '../lib/i18n/number-formats.ts';

const fractions = [
  { value: 1 / 10, en: 'a tenth', fr: 'un dixième' },
  { value: 1 / 5, en: 'a fifth', fr: 'un cinquième' },
  { value: 1 / 4, en: 'a quarter', fr: 'un quart' },
  { value: 1 / 3, en: 'a third', fr: 'un tiers' },
  { value: 2 / 5, en: 'two fifths', fr: 'deux cinquièmes' },
  { value: 1 / 2, en: 'half', fr: 'la moitié' },
  { value: 3 / 5, en: 'three fifths', fr: 'trois cinquièmes' },
  { value: 2 / 3, en: 'two thirds', fr: 'deux tiers' },
  { value: 3 / 4, en: 'three quarters', fr: 'trois quarts' },
  { value: 4 / 5, en: 'four fifths', fr: 'quatre cinquièmes' },
  { value: 9 / 10, en: 'nine tenths', fr: 'neuf dixièmes' },
] as const;

/**
 * How far a fraction may be from what it stands for, of the whole and of itself, and how near it must be to need no
 * qualifier.
 */
const near = 0.03;
const nearOfItself = 0.08;
const exactly = 0.002;
const justly = 0.012;

const currencies: Record<Locale, Record<string, string>> = {
  en: { USD: 'dollars', EUR: 'euros', GBP: 'pounds', INR: 'rupees' },
  fr: { USD: 'dollars', EUR: 'euros', GBP: 'livres', INR: 'roupies' },
};

const percents: Record<Locale, string> = { en: 'percent', fr: 'pour cent' };

const scales = [
  { from: 1e12, en: ['trillion', 'trillion'], fr: ['billion', 'billions'] },
  { from: 1e9, en: ['billion', 'billion'], fr: ['milliard', 'milliards'] },
  { from: 1e6, en: ['million', 'million'], fr: ['million', 'millions'] },
] as const;

const whole = (locale: Locale, value: number) =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr', { maximumFractionDigits: 1 }).format(value);

/** A share as it is said: two thirds, just over half, about seven percent. */
export function spokenShare(locale: Locale, share: number): string {
  const english = locale === 'en';
  const best = fractions.toSorted((a, b) => Math.abs(share - a.value) - Math.abs(share - b.value))[0]!;
  const gap = share - best.value;
  if (Math.abs(gap) <= Math.min(near, nearOfItself * best.value)) return qualified(locale, best[locale], gap);
  const percent = percents[locale];
  if (share > 0 && share < 0.01) return english ? `less than one ${percent}` : `moins d’un ${percent}`;
  const value = Math.round(share * 100);
  return Math.abs(share * 100 - value) < 0.05
    ? `${value} ${percent}`
    : `${english ? 'about' : 'environ'} ${value} ${percent}`;
}

function qualified(locale: Locale, name: string, gap: number): string {
  if (Math.abs(gap) <= exactly) return name;
  if (Math.abs(gap) > justly) return `${locale === 'en' ? 'about' : 'environ'} ${name}`;
  if (locale === 'en') return `${gap > 0 ? 'just over' : 'just under'} ${name}`;
  return `un peu ${gap > 0 ? 'plus' : 'moins'} ${/^[aeiou]/.test(name) ? 'd’' : 'de '}${name}`;
}

/** A number as it is said: two figures of it, in words from a million on. */
export function spokenNumber(locale: Locale, value: number): string {
  const size = Math.abs(value);
  const scale = scales.find(({ from }) => size >= from);
  const unit = scale?.from ?? 1;
  const head = value / unit;
  const said = size < 100 && Number.isInteger(value) ? value : Number(head.toPrecision(2));
  const name = scale ? ` ${scale[locale][Math.abs(said) < 2 ? 0 : 1]}` : '';
  const about = said * unit === value ? '' : locale === 'en' ? 'about ' : 'environ ';
  return `${about}${whole(locale, said)}${name}`;
}

/** Money as it is said: about 14 billion dollars, environ 77 dollars. */
export function spokenMoney(locale: Locale, value: number, currency: string): string {
  const name = currencies[locale][currency] ?? currency;
  const number = spokenNumber(locale, value);
  if (locale === 'en' || Math.abs(value) < 1e6) return `${number} ${name}`;
  return `${number} ${/^[aeiou]/i.test(name) ? 'd’' : 'de '}${name}`;
}

/** Two amounts of money: 400 to 500 million dollars; with both units where they differ. */
function spokenRange(locale: Locale, low: number, high: number, currency: string): string {
  const [from, to] = [low, high].map((value) => spokenMoney(locale, value, currency));
  if (from === to) return to!;
  const unit = /^[\d.,\s]+/u;
  const alike = from!.replace(unit, '') === to!.replace(unit, '');
  const start = alike ? (unit.exec(from!)?.[0].trim() ?? from) : from;
  return `${start} ${locale === 'en' ? 'to' : 'à'} ${to}`;
}

/** French as it is said: no “de” before a vowel. */
export function elided(text: string): string {
  return text.replace(/\b([Dd]|[Qq]u)e (?=environ\b|un peu\b|un [cdqt])/gu, '$1’');
}

/** Number formats that speak: whatever a page writes with them is what one says on the air. */
export function spokenFormats(locale: Locale, written: NumberFormats): NumberFormats {
  const number = (value: number) => spokenNumber(locale, value);
  const money = (value: number, currency: string) => spokenMoney(locale, value, currency);
  return {
    ...written,
    exact: (value, digits) => (Number.isInteger(value) ? number(value) : written.exact(value, digits ?? 2)),
    rounded: number,
    inWords: number,
    percent: (share) => spokenShare(locale, share),
    change: (share) =>
      locale === 'en'
        ? `${spokenShare(locale, Math.abs(share))} ${share < 0 ? 'less' : 'more'}`
        : `${spokenShare(locale, Math.abs(share))} de ${share < 0 ? 'moins' : 'plus'}`,
    money,
    moneyInWords: money,
    cut: (share) => `${whole(locale, share * 100)} ${percents[locale]}`,
    moneyRange: (low, high, currency) => spokenRange(locale, low, high, currency),
  };
}
