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
import { costHint, type CostHint } from './cost-hint.ts';
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
  page: SizedBy | null;
  /** For a plain list: the same, where an argument sets its size. */
  list: SizedBy | null;
}

/** How many rows are asked for, and the argument that says so. */
export interface SizedBy {
  size: number;
  argument: string;
}

/** What the schema tells of itself: the whole of it is some hundred kilobytes, and takes as long as some hundred rows. */
const introspection: ReadonlyMap<string, number> = new Map([
  ['__schema', 200],
  ['__type', 5],
]);

/** Points of a field that no type lists: what is asked of the schema itself; `__typename` is free. */
export function introspectionCost(node: FieldNode): number {
  return introspection.get(node.name.value) ?? 0;
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
    list: typeof hint.size === 'object' ? { size, argument: hint.size.argument } : null,
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

function listSize(hint: CostHint['size'], given: Readonly<Record<string, unknown>>): number {
  if (typeof hint !== 'object') return hint ?? usualListSize;
  const value = given[hint.argument];
  const size = Array.isArray(value) ? value.length : value;
  // A size out of bounds costs no more than the largest: the field rejects it, and says what it takes.
  return typeof size === 'number' ? Math.min(hint.most, Math.max(0, size)) : usualListSize;
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
