import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { current } from '../signals/current.ts';
import {
  operationBegan,
  operationEnded,
  type BegunOperation,
  type EndedOperation,
} from '../signals/operations.ts';
import type { Context } from './context.ts';
import type { OwnNames } from './own-names.ts';

/** Tells whoever measures of every operation: its name where it is ours, its time, its cost, the codes of its errors. */
export function operationPlugin(names: OwnNames): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const began = performance.now();
      const told: BegunOperation = { current: current(), name: 'other', kind: 'query' };
      return {
        async didResolveOperation({ queryHash, operation }) {
          told.name = names.nameOf(queryHash);
          told.kind = kindOf(operation);
          if (told.current) told.current.operation = told.name;
          if (operationBegan.hasSubscribers) operationBegan.publish(told);
        },
        async willSendResponse({ response, contextValue }) {
          if (!operationEnded.hasSubscribers || response.body.kind !== 'single') return;
          const { errors = [] } = response.body.singleResult;
          operationEnded.publish({
            ...told,
            seconds: (performance.now() - began) / 1000,
            codes: errors.map((error) => String(error.extensions?.['code'])),
            requested: contextValue.requestedPoints,
            // The cost plugin stands before this one, and has counted by now.
            actual: contextValue.actualPoints,
          } satisfies EndedOperation);
        },
      };
    },
  };
}

function kindOf(operation: OperationDefinitionNode | undefined): BegunOperation['kind'] {
  return operation?.operation ?? 'query';
}
