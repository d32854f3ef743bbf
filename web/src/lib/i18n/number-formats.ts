import type { Locale } from './locale.ts';

/** How numbers are written on the pages of one language. */
export interface NumberFormats {
  /** Every digit, for tables: 12,345.678. */
  exact(value: number, fractionDigits?: number): string;
  /** Three significant figures, for prose; whole below a thousand when whole. */
  rounded(value: number): string;
  /** A share 0–1 as a percentage: 52.9%. */
  percent(share: number, fractionDigits?: number): string;
  /** A share that cuts a ranking, the top 10%: a number in every edition, never a fraction in words. */
  cut(share: number, fractionDigits?: number): string;
  /** A relative change with its sign: +36%. */
  change(share: number): string;
  /** Money to the unit or the cent as given: $150, $76.76. */
  money(value: number, currency: string): string;
  /** Large money in words: $1.2 billion, 1,2 milliard $. */
  moneyInWords(value: number, currency: string): string;
  /** Two amounts of large money as one: $400–500 million; one amount when they are the same. */
  moneyRange(low: number, high: number, currency: string): string;
  /** A large number with what it counts: 155 million jobs, 155 millions d’emplois. */
  counted(text: string): string;
  /** A large number in words: 155 million. */
  inWords(value: number): string;
}

const tags: Record<Locale, string> = { en: 'en-GB', fr: 'fr' };
const cache = new Map<Locale, NumberFormats>();

/** The number formats of a language, made once. */
export function numberFormatsOf(locale: Locale): NumberFormats {
  const known = cache.get(locale);
  if (known) return known;
  const made = make(locale);
  cache.set(locale, made);
  return made;
}

function make(locale: Locale): NumberFormats {
  const write = memoisedWriter(locale);
  const magnitude = magnitudesOf(locale);
  const inWords = (value: number) => {
    const scale = magnitude.find(({ from }) => Math.abs(value) >= from);
    if (!scale) return write(value, { maximumSignificantDigits: 3 });
    const head = value / scale.unit;
    return `${write(head, { maximumSignificantDigits: 3 })}\u00a0${scale.name(head)}`;
  };
  const money = (value: number, currency: string) =>
    write(value, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
      maximumFractionDigits: Number.isInteger(value) ? 0 : 2,
    });
  const words = (value: number, currency: string) => {
    if (Math.abs(value) < 1e6) return money(value, currency);
    const number = inWords(value);
    const symbol = money(0, currency).replace(/[\d\s\u202f\u00a0]/g, '');
    return locale === 'fr'
      ? `${number.replace(/\u00a0(\D+)$/, '\u00a0$1\u00a0de')}\u00a0${symbol}`
      : `${symbol}${number}`;
  };
  const percent = (share: number, fractionDigits = 0) =>
    write(share, {
      style: 'percent',
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    });
  return {
    exact: (value, fractionDigits) =>
      write(
        value,
        fractionDigits === undefined
          ? { maximumFractionDigits: 6 }
          : { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits },
      ),
    rounded: (value) => write(value, { maximumSignificantDigits: Math.abs(value) >= 1000 ? 4 : 3 }),
    percent,
    cut: percent,
    change: (share) =>
      write(share, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
    money,
    moneyInWords: words,
    moneyRange: (low, high, currency) => {
      const [from, to] = [words(low, currency), words(high, currency)];
      if (from === to) return to;
      const unit = /\u00a0\D+$/;
      const alike = unit.exec(from)?.[0] === unit.exec(to)?.[0];
      if (!alike) return `${from}–${to}`;
      return `${from.replace(unit, '')}–${locale === 'fr' ? to : to.replace(/^\D+/, '')}`;
    },
    counted: (text) => (locale === 'fr' ? joinMagnitude(text) : text),
    inWords,
  };
}

/** French nouns follow million and milliard by way of de: 1 million de personnes, 155 millions d’emplois. */
function joinMagnitude(text: string): string {
  return text.replace(
    /(\u00a0(?:million|milliard)s?)[ \u00a0](?!de |d’)(\p{L})/u,
    (_, magnitude: string, letter: string) =>
      /[aeéèêiouyh]/i.test(letter) ? `${magnitude} d’${letter}` : `${magnitude} de ${letter}`,
  );
}

interface Magnitude {
  from: number;
  unit: number;
  name(head: number): string;
}

// French 'billion' means 10^12 and reads as an English billion, so French counts in milliards.
function magnitudesOf(locale: Locale): Magnitude[] {
  if (locale === 'fr') {
    const plural = (name: string) => (head: number) => (Math.abs(head) < 2 ? name : `${name}s`);
    return [
      { from: 1e9, unit: 1e9, name: plural('milliard') },
      { from: 1e6, unit: 1e6, name: plural('million') },
    ];
  }
  return [
    { from: 1e12, unit: 1e12, name: () => 'trillion' },
    { from: 1e9, unit: 1e9, name: () => 'billion' },
    { from: 1e6, unit: 1e6, name: () => 'million' },
  ];
}

function memoisedWriter(locale: Locale): (value: number, options: Intl.NumberFormatOptions) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return (value, options) => {
    const key = JSON.stringify(options);
    let format = formats.get(key);
    if (!format) formats.set(key, (format = new Intl.NumberFormat(tags[locale], options)));
    const text = format.format(value).replace('-', '\u2212');
    return locale === 'fr' ? text.replaceAll('\u00a0', '\u202f') : text;
  };
}
