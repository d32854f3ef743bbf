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
  return hits.length > 0 ? hits : hitsOf(names, (words) => (isSlip(asked, words) ? NameMatch.SIMILAR : null));
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

function isSlip(asked: readonly string[], words: readonly string[]): boolean {
  const near = (word: string) =>
    words.some((own) => {
      const allowed = Math.min(word.length, own.length) < 4 ? 0 : word.length < 8 ? 1 : 2;
      return Math.abs(own.length - word.length) <= allowed && editDistance(word.slice(0, 40), own) <= allowed;
    });
  return asked.every(near);
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
