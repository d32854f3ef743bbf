import {
  isAbstractType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { fieldCost, introspectionCost } from './field-cost.ts';
import { fieldsOf, selectionsBelow, type Document } from './selection.ts';

type Data = Readonly<Record<string, unknown>>;

/** What an operation did cost, counted from its answer: the same points for the objects that are there. */
export function actualCost(
  document: Document,
  type: GraphQLCompositeType,
  selections: readonly SelectionSetNode[],
  objects: readonly Data[],
): number {
  if (objects.length === 0) return 0;
  if (isAbstractType(type)) {
    const byType = Map.groupBy(objects, (data) => typeOf(document, type, selections, data));
    let points = 0;
    for (const [found, data] of byType)
      if (found !== null) points += actualCost(document, found, selections, data);
    return points;
  }
  let points = 0;
  for (const [key, nodes] of fieldsOf(document, type, selections)) {
    const [node] = nodes;
    const field = node && type.getFields()[node.name.value];
    if (node === undefined) continue;
    if (field === undefined) {
      points += introspectionCost(node);
      continue;
    }
    const cost = fieldCost(document, field, node);
    points += cost.weight * objects.length;
    if (cost.below === null) continue;
    const below = objects.flatMap((data) => objectsOf(data[key]));
    points += cost.each * below.length + actualCost(document, cost.below, selectionsBelow(nodes), below);
  }
  return points;
}

function objectsOf(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  return typeof value === 'object' && value !== null ? [value as Data] : [];
}

/** The type of an object behind an interface: the first whose fields are those that the object has. */
function typeOf(
  document: Document,
  type: GraphQLCompositeType,
  selections: readonly SelectionSetNode[],
  data: Data,
): GraphQLObjectType | null {
  if (!isAbstractType(type)) return null;
  const keys = Object.keys(data);
  const possible = document.schema.getPossibleTypes(type).find((candidate) => {
    const fields = fieldsOf(document, candidate, selections);
    return fields.size === keys.length && keys.every((key) => fields.has(key));
  });
  return possible ?? null;
}
