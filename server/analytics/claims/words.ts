import type { Bilingual } from './claim-findings.ts';

const tags = { en: 'en-GB', fr: 'fr-FR' } as const;

/** A text in both languages; the French gets its no-break spaces, which nobody sees in a source file. */
export function bilingual(en: string, fr: string): Bilingual {
  return { en, fr: withNoBreakSpaces(fr) };
}

function withNoBreakSpaces(french: string): string {
  return french.replace(/[ \u00a0](?=[;:!?%»$])/g, '\u202f').replace(/« /g, '«\u202f');
}

function inBoth(write: (tag: string) => string): Bilingual {
  return { en: write(tags.en), fr: withNoBreakSpaces(write(tags.fr)) };
}

/** A whole number as each language writes it. */
export function countText(count: number): Bilingual {
  return inBoth((tag) => count.toLocaleString(tag));
}

/** A share, 0 to 1, as a whole percentage in each language. */
export function percentText(share: number): Bilingual {
  return inBoth((tag) => share.toLocaleString(tag, { style: 'percent' }));
}

/** A date known to the year, the month or the day, as each language writes its month and year. */
export function monthText(date: string): Bilingual {
  const [year = '', month] = date.split('-');
  if (month === undefined) return { en: year, fr: year };
  const day = new Date(Date.UTC(Number(year), Number(month) - 1));
  return inBoth((tag) => day.toLocaleDateString(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' }));
}
