/** How experienced an expert is, from the least. */
export const seniorities = ['JUNIOR', 'MID', 'SENIOR', 'PRINCIPAL'] as const;

/** Kinds of employers where experts learnt their profession. */
export const formerEmployers = [
  'BANK',
  'CONSULTANCY',
  'LAW_FIRM',
  'HOSPITAL',
  'TECHNOLOGY',
  'INDUSTRY',
  'UNIVERSITY',
  'SCHOOL',
  'MEDIA',
  'GOVERNMENT',
  'SELF_EMPLOYED',
] as const;

/** The one of some words in capitals that a text is, however it is written: 'law firm' is LAW_FIRM. */
export function wordOf<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  const written = text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');
  return words.find((word) => word === written);
}

/** The ISO 3166 code of a country by its code or its English or French name; undefined for anything else. */
export function countryOf(text: string): string | undefined {
  return countries().get(folded(text));
}

let known: ReadonlyMap<string, string> | undefined;

function countries(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  const found = new Map<string, string>();
  for (const language of ['en', 'fr']) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = isPrivate(code) ? undefined : names.of(code);
      if (name !== undefined) found.set(folded(name), code).set(folded(code), code);
    }
  }
  return (known = found);
}

/** Codes that stand for no country: left to users, or for groups of countries. */
function isPrivate(code: string): boolean {
  return /^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN|UK)$/.test(code);
}

function folded(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
