import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';

/** Lets go of an operation's clock when it has been answered. */
export function deadlinePlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue }) {
          contextValue.deadline.end();
        },
      };
    },
  };
}
