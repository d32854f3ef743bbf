import 'reflect-metadata';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage } from 'type-graphql';
import { administrationResolvers } from '../administration/resolvers.ts';
import { analyticsResolvers } from '../analytics/resolvers.ts';
import { exportResolvers } from '../exports/resolvers.ts';
import { figureResolvers } from '../figures/resolvers.ts';
import { marketResolvers } from '../market/resolvers.ts';
import { CostEstimateResolver } from './cost/cost-estimate.resolver.ts';
import { NodeResolver } from './node.resolver.ts';
import { RateLimitResolver } from './rate-limit.ts';

/** Every resolver class of the API; a room that adds one lists it here. */
const resolvers = [
  NodeResolver,
  RateLimitResolver,
  CostEstimateResolver,
  ...marketResolvers,
  ...analyticsResolvers,
  ...exportResolvers,
  ...figureResolvers,
  ...administrationResolvers,
] as const;

let built: Promise<GraphQLSchema> | null = null;

/** The schema of the whole API; built once. */
export function graphSchema(): Promise<GraphQLSchema> {
  // What is a property of its object needs no function: each would be an asynchronous call for every field of every row.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  built ??= buildSchema({ resolvers, validate: false }).then((schema) =>
    lexicographicSortSchema(withRootsDescribed(schema)),
  );
  return built;
}

const rootDescriptions: Readonly<Record<string, string>> = {
  Query:
    'What can be asked. Lists are Relay connections; errors carry a code and say what would do; every answer says in extensions.cost what it took.',
  Mutation: 'What can be made or changed; where that takes a key, it says so.',
};

/** The roots have no class of their own that could say what they are. */
function withRootsDescribed(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    if (root) root.description = rootDescriptions[root.name];
  return schema;
}
