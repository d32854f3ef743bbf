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
import { fieldCost } from './field-cost.ts';
import { limits } from './limits.ts';
import { fieldsOf, selectionsBelow, type Document } from './selection.ts';

/** A connection and what its rows may cost. */
export interface PricedConnection {
  path: string;
  argument: 'first' | 'last';
  size: number;
  /** Points of its rows in the whole operation, for each row of its page. */
  perRow: number;
}

export interface RequestedCost {
  points: number;
  connections: PricedConnection[];
}

/** The most that an operation can cost: the size of a nested page multiplies. */
export function requestedCost(
  document: Document,
  root: GraphQLObjectType,
  selection: SelectionSetNode,
): RequestedCost {
  const connections: PricedConnection[] = [];
  let visits = 0;

  const ofObject = (
    type: GraphQLCompositeType,
    selections: readonly SelectionSetNode[],
    at: { path: string; times: number; rows: number; depth: number },
  ): number => {
    if (isAbstractType(type)) {
      const kept = connections.length;
      let costliest: { points: number; connections: PricedConnection[] } = { points: 0, connections: [] };
      for (const possible of document.schema.getPossibleTypes(type)) {
        const points = ofObject(possible, selections, at);
        const found = connections.splice(kept);
        if (points > costliest.points) costliest = { points, connections: found };
      }
      connections.push(...costliest.connections);
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
    if (node === undefined || field === undefined) return 0;
    const cost = fieldCost(document, field, node);
    if (cost.below === null) return cost.weight;
    const isRows = type.name.endsWith('Connection') && isRowsField(node);
    const size = isRows ? at.rows : cost.size;
    const path = at.path === '' ? key : `${at.path}.${key}`;
    const below = ofObject(cost.below, selectionsBelow(nodes), {
      path,
      times: at.times * size,
      rows: cost.page?.size ?? 0,
      depth: at.depth + 1,
    });
    if (cost.page !== null && cost.page.size > 0) {
      connections.push({
        path,
        argument: cost.page.argument,
        size: cost.page.size,
        perRow: (at.times * below) / cost.page.size,
      });
    }
    return cost.weight + size * (cost.each + below);
  };

  const points = ofObject(root, [selection], { path: '', times: 1, rows: 0, depth: 1 });
  return { points, connections };
}

function isRowsField(node: FieldNode): boolean {
  return node.name.value === 'edges' || node.name.value === 'nodes';
}

/** The object type that an operation starts from. */
export function rootType(document: Document, operation: OperationTypeNode): GraphQLObjectType | null {
  const type = document.schema.getRootType(operation);
  return isObjectType(type) ? type : null;
}
