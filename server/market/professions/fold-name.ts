const small = new Set([
  'of',
  'the',
  'and',
  'or',
  'in',
  'a',
  'an',
  'de',
  'du',
  'des',
  'le',
  'la',
  'les',
  'et',
  'en',
  'd',
  'l',
]);

/**
 * The words of a name as a search compares them: without case, accents, punctuation and small words, singular, and
 * French feminines as their masculine: 'Infirmières' and 'infirmier' are the same word.
 */
export function foldName(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    // A possessive is no word of its own: sheriff's.
    .replace(/(\p{L})['’]s\b/gu, '$1');
  const words = plain.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !small.has(word));
  return (telling.length > 0 ? telling : words).map((word) => masculine(singular(word)));
}

function singular(word: string): string {
  if (word.length < 4) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  if (/aux$/.test(word)) return word.replace(/aux$/, 'al');
  return word.replace(/(?<=eu)x$|s$/, '');
}

const feminine: readonly (readonly [RegExp, string])[] = [
  [/iere$/, 'ier'],
  [/euse$/, 'eur'],
  [/trice$/, 'teur'],
  [/ienne$/, 'ien'],
  [/ate$/, 'at'],
  [/ee$/, 'e'],
  [/(?<=[aeiouy][a-z]{1,2})ante$/, 'ant'],
];

function masculine(word: string): string {
  const rule = feminine.find(([ending]) => word.length > 5 && ending.test(word));
  return rule ? word.replace(...rule) : word;
}
