import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses an operation of a kind that the schema does not have (a mutation, say) before anything is executed. */
export const offeredOperations: ValidationRule = (validation) => ({
  OperationDefinition(node) {
    if (validation.getSchema().getRootType(node.operation)) return;
    validation.reportError(new GraphQLError(`This API has no ${node.operation}s.`, { nodes: node }));
  },
});
