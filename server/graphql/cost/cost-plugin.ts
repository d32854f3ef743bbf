import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { coercedVariables } from '../coerced-variables.ts';
import type { Context } from '../context.ts';
import { actualCost } from './actual-cost.ts';
import { requireModestDocument } from './document-size.ts';
import { fragmentsOf } from './estimate.ts';
import { limits } from './limits.ts';
import { requestedCost, rootType } from './requested-cost.ts';
import type { Document } from './selection.ts';
import { pay, requireAffordable } from './too-complex.ts';

/** Milliseconds that an operation may take before it pays for failing. */
const atNoCharge = 250;

/** Documents that Apollo keeps parsed, and that were found to be modest. */
const modest = new WeakSet<DocumentNode>();

/** Prices every operation before it runs and says in `extensions.cost` what it asked for and what it took. */
export function costPlugin(limit: number = limits.points): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let requested = 0;
      let paid = 0;
      let document: Document | null = null;
      return {
        async didResolveOperation({ schema, document: parsed, operation, request, contextValue }) {
          if (!modest.has(parsed)) requireModestDocument(parsed);
          modest.add(parsed);
          if (operation === undefined) return;
          const variables = coercedVariables(schema, operation, request);
          // Execution says what is wrong with them, under the right code.
          if (variables === null) return;
          document = { schema, fragments: fragmentsOf(parsed), variables };
          const root = rootType(document, operation.operation);
          if (root === null) return;
          const cost = requestedCost(document, root, operation.selectionSet);
          requested = contextValue.requestedPoints = cost.points;
          requireAffordable(cost, limit);
          if (contextValue.purse === null) return;
          await pay(contextValue.purse, cost);
          paid = Math.max(contextValue.purse.entered, requested);
        },
        async willSendResponse({ response, operation, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const counted = operation && document ? costOf(document, operation, singleResult.data) : 0;
          // What failed says nothing of the work that it was: it pays a point a millisecond. Nothing pays more than it was said
          // to cost at most, also where a list without a size has more rows than is usual.
          const failed = paid > 0 && singleResult.errors !== undefined;
          const work = failed ? Math.ceil(contextValue.deadline.elapsed) - atNoCharge : 0;
          const actual = Math.min(requested, Math.max(counted, work));
          contextValue.actualPoints = actual;
          const { purse } = contextValue;
          if (purse) await purse.giveBack(paid - Math.max(purse.entered, actual));
          const left = purse?.standing ?? { limit, remaining: Math.max(0, limit - requested) };
          singleResult.extensions = {
            ...singleResult.extensions,
            cost: { requested, actual, limit: left.limit, remaining: left.remaining },
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
