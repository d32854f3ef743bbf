import type { ApolloServerPlugin } from '@apollo/server';
import {
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { reject } from '../../errors/tacit-error.ts';
import type { Context } from '../context.ts';
import { actualCost } from './actual-cost.ts';
import { limits } from './limits.ts';
import { requestedCost, rootType } from './requested-cost.ts';
import type { Document } from './selection.ts';
import { requireAffordable } from './too-complex.ts';

/** Prices every operation before it runs and says in `extensions.cost` what it asked for and what it took. */
export function costPlugin(limit: number = limits.points): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let requested = 0;
      let document: Document | null = null;
      return {
        async didResolveOperation({ schema, document: parsed, operation, request }) {
          requireFewAliases(parsed);
          if (operation === undefined) return;
          const given = getVariableValues(
            schema,
            operation.variableDefinitions ?? [],
            request.variables ?? {},
          );
          // Execution says what is wrong with them, under the right code.
          if (given.coerced === undefined) return;
          document = { schema, fragments: fragmentsOf(parsed), variables: given.coerced };
          const root = rootType(document, operation.operation);
          if (root === null) return;
          const cost = requestedCost(document, root, operation.selectionSet);
          requested = cost.points;
          requireAffordable(cost, limit);
        },
        async willSendResponse({ response, operation }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const actual = operation && document ? costOf(document, operation, singleResult.data) : 0;
          const remaining = Math.max(0, limit - requested);
          singleResult.extensions = {
            ...singleResult.extensions,
            cost: { requested, actual, limit, remaining },
          };
        },
      };
    },
  };
}

function costOf(
  document: Document,
  operation: OperationDefinitionNode,
  data: Record<string, unknown> | null | undefined,
): number {
  const root = rootType(document, operation.operation);
  return root && data ? actualCost(document, root, [operation.selectionSet], [data]) : 0;
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function requireFewAliases(document: DocumentNode): void {
  let aliases = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) aliases += 1;
    },
  });
  if (aliases > limits.aliases) {
    reject('QUERY_TOO_COMPLEX', `The query has ${aliases} aliases; one request may have ${limits.aliases}.`);
  }
}
