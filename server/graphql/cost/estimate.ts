import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { reject } from '../../errors/tacit-error.ts';
import { requireModestSource } from './document-size.ts';
import { limits } from './limits.ts';
import { requestedCost, rootType, type RequestedCost } from './requested-cost.ts';
import type { Document } from './selection.ts';

/** The fragments of a document by their names. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** What an operation given as text may cost; BAD_USER_INPUT, and why, for one that could not be run. */
export function estimateOf(
  schema: GraphQLSchema,
  source: string,
  given: Readonly<Record<string, unknown>>,
  operationName: string | null,
): RequestedCost {
  requireModestSource(source);
  const parsed = parsedOf(source);
  const [fault] = validate(schema, parsed, specifiedRules, { maxErrors: 1 });
  if (fault) reject('BAD_USER_INPUT', `query does not fit the schema: ${fault.message}`);
  const operation = operationOf(parsed, operationName);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (coerced === undefined)
    reject('BAD_USER_INPUT', `variables do not fit the query: ${errors?.[0]?.message ?? ''}`);
  const document: Document = { schema, fragments: fragmentsOf(parsed), variables: coerced };
  const root = rootType(document, operation.operation);
  return root === null
    ? { points: 0, lists: [], heaviest: { path: '', points: 0 } }
    : requestedCost(document, root, operation.selectionSet);
}

function parsedOf(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    const why = error instanceof GraphQLError ? error.message : 'it is nested too deeply';
    return reject('BAD_USER_INPUT', `query is not GraphQL: ${why}`);
  }
}

function operationOf(parsed: DocumentNode, operationName: string | null): OperationDefinitionNode {
  const operation = getOperationAST(parsed, operationName);
  if (operation) return operation;
  return reject(
    'BAD_USER_INPUT',
    operationName === null
      ? 'query must hold one operation, or operationName name the one that is meant.'
      : `query has no operation of the name "${operationName}".`,
  );
}
