import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { argumentsOf, type Samples } from './samples.ts';

/** A question to fields of one type, by the shortest way from the root. */
export interface Step {
  type: string;
  /** One field that gives objects, or all of the type that give none. */
  fields: string[];
  query: string;
}

/** Questions to every field of every type that can be reached from `Query`: the whole schema, whatever is added to it. */
export function everyField(schema: GraphQLSchema, samples: Samples, rootPage = 50, page = 5): Step[] {
  const root = schema.getQueryType()!;
  const ways = new Map([[root.name, { open: '{ ', close: ' }' }]]);
  const queue: GraphQLObjectType[] = [root];
  const steps: Step[] = [];
  for (let type = queue.shift(); type !== undefined; type = queue.shift()) {
    const { name } = type;
    const { open, close } = ways.get(name)!;
    const headOf = (field: GraphQLField<unknown, unknown>): string =>
      field.name + argumentsOf(name, field, samples, type === root ? rootPage : page);
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    if (leaves.length > 0)
      steps.push({
        type: name,
        fields: leaves.map((field) => field.name),
        query: `${open}${leaves.map(headOf).join(' ')}${close}`,
      });
    for (const field of fields.filter((one) => !leaves.includes(one))) {
      const below = getNamedType(field.type);
      const head = headOf(field);
      steps.push({
        type: name,
        fields: [field.name],
        query: `${open}${head} { ${leavesOf(schema, below, samples)} }${close}`,
      });
      if (!isObjectType(below) || ways.has(below.name)) continue;
      ways.set(below.name, { open: `${open}${head} { `, close: ` }${close}` });
      queue.push(below);
    }
  }
  return steps;
}

/** All that can be asked of an object without going deeper; of a connection, its rows' as well. */
function leavesOf(schema: GraphQLSchema, type: GraphQLNamedType, samples: Samples): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const fields: GraphQLField<unknown, unknown>[] = Object.values(type.getFields());
  const leaves = fields
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map((field) => field.name + argumentsOf(type.name, field, samples, 5));
  const rows = fields.find(({ name }) => name === 'nodes' && type.name.endsWith('Connection'));
  if (rows) leaves.push(`nodes { ${leavesOf(schema, getNamedType(rows.type), samples)} }`);
  return ['__typename', ...leaves].join(' ');
}
