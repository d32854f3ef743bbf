import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { NotOurs } from '../not-ours.ts';
import type { Noun } from '../nouns/noun.ts';
import { nouns } from '../nouns/query.ts';

/** The type of the objects that a field gives. */
export function objectTypeOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new NotOurs(type.name, true);
  return type;
}

/** The noun of the objects that a field gives. */
export function nounOf(field: GraphQLField<unknown, unknown>): Noun {
  const { name } = getNamedType(field.type);
  const noun = Object.hasOwn(nouns, name) ? nouns[name] : undefined;
  if (noun === undefined) throw new NotOurs(name, true);
  return noun;
}
