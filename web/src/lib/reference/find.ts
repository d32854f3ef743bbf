import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { typesOf } from './type-page.ts';

/** Something of the schema that a search found. */
export interface Found {
  type: string;
  /** A field or value of it; null where the type itself is meant. */
  member: string | null;
  description: string;
}

const most = 60;

/**
 * What of the schema holds every word of a search, in its name or description: names that are the text first, then names
 * that begin with it, then names that hold it, then descriptions; at most 60, and how many there are.
 */
export function find(schema: GraphQLSchema, text: string): { found: Found[]; count: number } {
  const words = text
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean);
  if (words.length === 0) return { found: [], count: 0 };
  const ranked = everything(schema)
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank);
  return { found: ranked.slice(0, most).map(({ entry }) => entry), count: ranked.length };
}

function everything(schema: GraphQLSchema): Found[] {
  return typesOf(schema).flatMap((type) => {
    const members = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    return [
      { type: type.name, member: null, description: type.description ?? '' },
      ...members.map(({ name, description }) => ({
        type: type.name,
        member: name,
        description: description ?? '',
      })),
    ];
  });
}

function rankOf({ type, member, description }: Found, words: readonly string[]): number {
  const name = (member ?? type).toLowerCase();
  const whole = `${type} ${member ?? ''}`.toLowerCase();
  const [first = ''] = words;
  if (words.every((word) => whole.includes(word))) {
    if (words.length === 1 && name === first) return member === null ? 0 : 1;
    if (name.startsWith(first)) return 2;
    return name.includes(words.at(-1)!) ? 3 : 4;
  }
  const said = `${whole} ${description.toLowerCase()}`;
  return words.every((word) => said.includes(word)) ? 5 : Infinity;
}
