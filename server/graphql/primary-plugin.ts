import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';

/** What changes anything reads, too, where it writes: its answer then shows what it did. */
export function primaryPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          if (operation?.operation === 'mutation') contextValue.stayOnPrimary();
        },
      };
    },
  };
}
