import { TacitError } from '../errors/tacit-error.ts';
import { anonymous } from '../graphql/access.ts';
import { requireModestSource } from '../graphql/cost/document-size.ts';
import type { Graph } from '../graphql/graph.ts';
import { enter } from './allowance.ts';
import { visitor } from './visitor.ts';

/** A query that a visitor wrote, in the explorer, is answered and counted as it would be over HTTP without a key. */
export async function asStranger(
  execute: Graph['execute'],
  query: string,
  variables?: Record<string, unknown>,
): ReturnType<Graph['execute']> {
  const { purse = null, origin } = visitor.getStore() ?? {};
  try {
    requireModestSource(query);
    if (purse) await enter(purse, query.length);
  } catch (error) {
    if (!(error instanceof TacitError)) throw error;
    return { errors: [{ message: error.message, extensions: { ...error.details, code: error.code } }] };
  }
  return execute(query, variables, { access: anonymous, purse, ...(origin !== undefined && { origin }) });
}
