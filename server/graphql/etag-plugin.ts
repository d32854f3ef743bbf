import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';

/**
 * Gives an answer by GET a strong validator: the hash of its data. Releases never change, so it stays as long as what was
 * asked for does, and whoever sends it back is told 304 without a body. It does not cover extensions.cost, which says
 * what this one request took and is in the headers too.
 */
export function etagPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request: { http }, response }) {
          if (http?.method !== 'GET' || response.body.kind !== 'single') return;
          const { data, errors } = response.body.singleResult;
          if (data == null || errors !== undefined) return;
          const tag = tagOf(JSON.stringify(data));
          response.http.headers.set('etag', tag);
          response.http.headers.set('cache-control', cacheControl(http.headers.get('authorization')));
          if (isKnown(tag, http.headers.get('if-none-match'))) response.http.status = 304;
        },
      };
    },
  };
}

/** The validator of an answer's data, as JSON. */
export function tagOf(data: string): string {
  return `"${createHash('sha256').update(data).digest('base64url')}"`;
}

/** Who may keep the answer: any cache, or only that of who sent a key; each has to ask whether it still holds. */
export function cacheControl(authorization: string | undefined): string {
  return authorization === undefined ? 'public, no-cache' : 'private, no-cache';
}

/** Compared weakly, as If-None-Match is: proxies that pack a body mark its validator as weak. */
export function isKnown(tag: string, known: string | undefined): boolean {
  return known !== undefined && known.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));
}
