import { graphql } from 'graphql';
import { TacitError } from '../../../server/errors/tacit-error.ts';
import { createContext, type ContextOptions } from '../../../server/graphql/context.ts';
import { graphSchema } from '../../../server/graphql/schema.ts';
import type { TestDatabase } from '../../support/database.ts';

/** Asks the API one operation; the answer's shape is the asker's claim. Throws the first error, as it was thrown. */
export async function ask<Data>(
  database: TestDatabase,
  query: string,
  options?: ContextOptions,
): Promise<Data> {
  const { data, errors } = await graphql({
    schema: await graphSchema(),
    source: query,
    contextValue: createContext(database, options),
  });
  const [error] = errors ?? [];
  if (error !== undefined) throw error.originalError instanceof TacitError ? error.originalError : error;
  return data as Data;
}
