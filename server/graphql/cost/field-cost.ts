import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
} from 'graphql';
import { defaultPage, largestPage } from '../paging/page-arguments.ts';
import { costHint } from './cost-hint.ts';
import type { Document } from './selection.ts';

/** Rows of a plain list that says nothing of its size. */
const usualListSize = 10;

/** What a field costs whoever asks for it, before what is below it. */
export interface FieldCost {
  /** The composite type below; null for a leaf. */
  below: GraphQLCompositeType | null;
  /** Points of the field itself, once a parent. */
  weight: number;
  /** Points of each object it gives. */
  each: number;
  /** How many objects it gives, where it is a list of its own. */
  size: number;
  /** For a connection: how many rows its page may have, and the argument that says so. */
  page: { size: number; argument: 'first' | 'last' } | null;
}

/** Prices one field. */
export function fieldCost(
  { variables }: Document,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): FieldCost {
  const named = getNamedType(field.type);
  const hint = costHint(field.extensions);
  const below = isCompositeType(named) ? named : null;
  const weight = hint.weight ?? (field.name === 'totalCount' ? 1 : 0);
  const given = argumentsOf(field, node, variables);
  const size = isListType(getNullableType(field.type)) ? listSize(hint.size, given) : 1;
  return {
    below,
    weight,
    each: below === null ? 0 : pointsOf(named.name),
    size,
    page: pageOf(named.name, given),
  };
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    // Execution will say what is wrong with them.
    return {};
  }
}

function listSize(
  hint: number | { argument: string } | undefined,
  given: Readonly<Record<string, unknown>>,
): number {
  if (typeof hint !== 'object') return hint ?? usualListSize;
  const value = given[hint.argument];
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? Math.max(0, value) : usualListSize;
}

function pageOf(type: string, given: Readonly<Record<string, unknown>>): FieldCost['page'] {
  if (!type.endsWith('Connection')) return null;
  const argument = given['last'] == null ? 'first' : 'last';
  // A size out of bounds costs nothing: the field rejects it.
  const size = Math.min(largestPage, Math.max(0, Number(given[argument] ?? defaultPage)));
  return { size, argument };
}

/** Edges and page info come with their rows; a connection is one statement. */
function pointsOf(type: string): number {
  return type === 'PageInfo' || type.endsWith('Edge') ? 0 : 1;
}
