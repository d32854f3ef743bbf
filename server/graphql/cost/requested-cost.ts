import {
  isAbstractType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { reject } from '../../errors/tacit-error.ts';
import { fieldCost, introspectionCost } from './field-cost.ts';
import { limits } from './limits.ts';
import { fieldsOf, selectionsBelow, type Document } from './selection.ts';

/** A list whose size the operation chooses, and what its rows may cost. */
export interface PricedList {
  path: string;
  /** The argument that sets its size. */
  argument: string;
  size: number;
  /** Points of its rows in the whole operation, for each row of it. */
  perRow: number;
}

/** A field and what it costs itself in the whole operation, without what is asked of it. */
export interface PricedField {
  path: string;
  points: number;
}

export interface RequestedCost {
  points: number;
  lists: PricedList[];
  /** The field that costs most itself. */
  heaviest: PricedField;
}

/** The most that an operation can cost: the size of a nested page multiplies. */
export function requestedCost(
  document: Document,
  root: GraphQLObjectType,
  selection: SelectionSetNode,
): RequestedCost {
  const lists: PricedList[] = [];
  let heaviest: PricedField = { path: '', points: 0 };
  let visits = 0;

  const ofObject = (
    type: GraphQLCompositeType,
    selections: readonly SelectionSetNode[],
    at: { path: string; times: number; rows: number; depth: number },
  ): number => {
    if (isAbstractType(type)) {
      const kept = lists.length;
      let costliest: { points: number; lists: PricedList[] } = { points: 0, lists: [] };
      for (const possible of document.schema.getPossibleTypes(type)) {
        const points = ofObject(possible, selections, at);
        const found = lists.splice(kept);
        if (points > costliest.points) costliest = { points, lists: found };
      }
      lists.push(...costliest.lists);
      return costliest.points;
    }
    if (at.depth > limits.depth) {
      reject('QUERY_TOO_COMPLEX', `The query is more than ${limits.depth} levels deep, at ${at.path}.`);
    }
    let points = 0;
    for (const [key, nodes] of fieldsOf(document, type, selections)) points += ofField(type, key, nodes, at);
    return points;
  };

  const ofField = (
    type: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
    at: { path: string; times: number; rows: number; depth: number },
  ): number => {
    visits += 1;
    if (visits > limits.visits)
      reject('QUERY_TOO_COMPLEX', 'The query has too many fields, fragments spread.');
    const [node] = nodes;
    const field = node && type.getFields()[node.name.value];
    if (node === undefined) return 0;
    const path = at.path === '' ? key : `${at.path}.${key}`;
    if (field === undefined) {
      const points = introspectionCost(node);
      if (points > heaviest.points) heaviest = { path, points };
      return points;
    }
    const cost = fieldCost(document, field, node);
    const isRows = type.name.endsWith('Connection') && isRowsField(node);
    const size = isRows ? at.rows : cost.size;
    const itself = at.times * (cost.weight + (isRows || cost.list ? 0 : size * cost.each));
    if (itself > heaviest.points) heaviest = { path, points: itself };
    if (cost.below === null) return cost.weight;
    const below = ofObject(cost.below, selectionsBelow(nodes), {
      path,
      times: at.times * size,
      rows: cost.page?.size ?? 0,
      depth: at.depth + 1,
    });
    if (cost.page !== null && cost.page.size > 0) {
      lists.push({ path, ...cost.page, perRow: (at.times * below) / cost.page.size });
    } else if (cost.list !== null && cost.list.size > 0) {
      lists.push({ path, ...cost.list, perRow: at.times * (cost.each + below) });
    }
    return cost.weight + size * (cost.each + below);
  };

  const points = ofObject(root, [selection], { path: '', times: 1, rows: 0, depth: 1 });
  return { points, lists, heaviest };
}

function isRowsField(node: FieldNode): boolean {
  return node.name.value === 'edges' || node.name.value === 'nodes';
}

/** The object type that an operation starts from. */
export function rootType(document: Document, operation: OperationTypeNode): GraphQLObjectType | null {
  const type = document.schema.getRootType(operation);
  return isObjectType(type) ? type : null;
}
