import 'reflect-metadata';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { analyticsResolvers } from '../analytics/resolvers.ts';
import { figureResolvers } from '../figures/resolvers.ts';
import { marketResolvers } from '../market/resolvers.ts';
import { NodeResolver } from './node.resolver.ts';
import { RateLimitResolver } from './rate-limit.ts';

/** Every resolver class of the API; a room that adds one lists it here. */
const resolvers = [
  NodeResolver,
  RateLimitResolver,
  ...marketResolvers,
  ...analyticsResolvers,
  ...figureResolvers,
] as const;

let built: Promise<GraphQLSchema> | null = null;

/** The schema of the whole API; built once. */
export function graphSchema(): Promise<GraphQLSchema> {
  built ??= buildSchema({ resolvers, validate: false }).then((schema) => lexicographicSortSchema(schema));
  return built;
}
