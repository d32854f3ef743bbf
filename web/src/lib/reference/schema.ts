import { buildSchema, type GraphQLSchema } from 'graphql';
import text from '../../../../schema.graphql?raw';

let built: GraphQLSchema | undefined;

/** The public schema, read once from the file that is generated from the API. */
export function publicSchema(): GraphQLSchema {
  built ??= buildSchema(text);
  return built;
}
