import { editDistance } from '../../config-names.ts';
import { foldName } from './fold-name.ts';
import { NameKind, NameMatch } from './profession-name.enums.ts';

/** One name of one profession, ready to be compared. */
export interface KnownName {
  readonly professionId: number;
  readonly text: string;
  readonly kind: NameKind;
  readonly language: string;
  /** 1 for the profession that an everyday name means first. */
  readonly position: number;
  /** Persons in the profession: the larger of two that match alike is meant more often. */
  readonly employment: number;
  readonly words: readonly string[];
}

/** A profession with the name by which it was found. */
export interface NameHit {
  readonly name: KnownName;
  readonly match: NameMatch;
}

const matches = Object.values(NameMatch);
const kinds = Object.values(NameKind);

/**
 * The professions that a text names, each once, by its best name: nearest match first, then everyday names before titles
 * before reported ones, then the larger profession. Slips of the pen count only where nothing else is found.
 */
export function rankNames(names: readonly KnownName[], text: string): NameHit[] {
  const asked = foldName(text);
  if (asked.length === 0) return [];
  const hits = hitsOf(names, (words) => matchOf(asked, words));
  if (hits.length > 0) return hits;
  const isSlip = slipsOf(asked);
  return hitsOf(names, (words) => (isSlip(words) ? NameMatch.SIMILAR : null));
}

function hitsOf(
  names: readonly KnownName[],
  match: (words: readonly string[]) => NameMatch | null,
): NameHit[] {
  const best = new Map<number, NameHit>();
  for (const name of names) {
    const found = match(name.words);
    if (found === null) continue;
    const hit = { name, match: found };
    const known = best.get(name.professionId);
    if (known === undefined || byNearness(hit, known) < 0) best.set(name.professionId, hit);
  }
  return [...best.values()].sort(byNearness);
}

function matchOf(asked: readonly string[], words: readonly string[]): NameMatch | null {
  if (asked.every((word, place) => words[place] === word))
    return asked.length === words.length ? NameMatch.EXACT : NameMatch.BEGINS;
  if (asked.every((word) => words.includes(word))) return NameMatch.WORDS;
  // Whoever types has not finished the last word; a letter or two would find everything.
  const typed = (word: string) => word.length > 2 && words.some((own) => own.startsWith(word));
  return asked.every((word) => words.includes(word) || typed(word)) ? NameMatch.PARTS : null;
}

/** Tells of names whether they hold all that is asked, but for slips of the pen. */
function slipsOf(asked: readonly string[]): (words: readonly string[]) => boolean {
  const near = asked.map(nearTo);
  return (words) => near.every((isNear) => words.some(isNear));
}

/** Tells of words whether they are a slip away from one; names share most of their words, so each is compared once. */
function nearTo(word: string): (own: string) => boolean {
  const compared = new Map<string, boolean>();
  const letters = lettersOf(word);
  const isNear = (own: string): boolean => {
    const allowed = Math.min(word.length, own.length) < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (Math.abs(own.length - word.length) > allowed) return false;
    // A slip takes one letter away and brings one in, at most.
    if (bitsOf(letters ^ lettersOf(own)) > 2 * allowed) return false;
    return editDistance(word.slice(0, 40), own) <= allowed;
  };
  return (own) => {
    let known = compared.get(own);
    if (known === undefined) compared.set(own, (known = isNear(own)));
    return known;
  };
}

/** Which letters a word has, a bit for each; letters beyond the alphabet share theirs. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(number: number): number {
  let bits = 0;
  for (let left = number; left !== 0; left &= left - 1) bits++;
  return bits;
}

function byNearness(a: NameHit, b: NameHit): number {
  return (
    matches.indexOf(a.match) - matches.indexOf(b.match) ||
    kinds.indexOf(a.name.kind) - kinds.indexOf(b.name.kind) ||
    a.name.position - b.name.position ||
    b.name.employment - a.name.employment ||
    a.name.professionId - b.name.professionId
  );
}
