/** The languages that reasons are told in. */
export type Language = 'en' | 'fr';

interface Writers {
  percent(share: number): string;
  /** The name of a country by its code. */
  country(code: string): string;
  money(value: number, currency: string): string;
}

const writers: Record<Language, Writers> = { en: make('en-GB'), fr: make('fr') };

/** How numbers and names are written in a language. */
export function writersOf(language: Language): Writers {
  return writers[language];
}

/** French sets narrow no-break spaces before double punctuation and in numbers. */
export function noBreaks(text: string, language: Language): string {
  if (language === 'en') return text;
  return text.replace(/[ \u00a0](?=[;:!?%»$€£])/g, '\u202f').replace(/(?<=\d)[ \u00a0](?=\d)/g, '\u202f');
}

function make(tag: string): Writers {
  const countries = new Intl.DisplayNames([tag], { type: 'region' });
  return {
    percent: (share) => share.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 0 }),
    country: (code) => countries.of(code) ?? code,
    money: (value, currency) =>
      value.toLocaleString(tag, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
        maximumFractionDigits: Number.isInteger(value) ? 0 : 2,
      }),
  };
}
