import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

const known = new WeakMap<object, { operation: OperationDefinitionNode; coerced: Variables | null }>();

/** The variables of a request as its operation takes them, worked out once for all plugins that ask; null where they do not fit. */
export function coercedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  request: { variables?: Record<string, unknown> | undefined },
): Variables | null {
  const before = known.get(request);
  if (before?.operation === operation) return before.coerced;
  const { coerced = null } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables ?? {},
  );
  known.set(request, { operation, coerced });
  return coerced;
}
