import type { ApolloServerPlugin } from '@apollo/server';
import { errorRegistry, isErrorCode, retryAfter } from '../errors/registry.ts';
import type { Context } from './context.ts';
import { tagWithRequest } from './errors.ts';

/** Gives an answer without data the HTTP status of its first error, and errors the id of their request. */
export function statusPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          tagWithRequest(errors, contextValue.requestId);
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { data, errors } = response.body.singleResult;
          const code = errors?.[0]?.extensions?.['code'];
          if (data != null || !isErrorCode(code)) return;
          response.http.status = errorRegistry[code].status;
          if (code === 'SERVICE_UNAVAILABLE') response.http.headers.set('retry-after', retryAfter);
        },
      };
    },
  };
}
