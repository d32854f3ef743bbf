import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';

interface Options {
  /** The site is served over https, by a proxy in front. */
  secure: boolean;
}

/** What nothing but a page may do: a document that is none runs no script, embeds nothing and moves no address. */
const inert = "script-src 'none'; object-src 'none'; base-uri 'none'";

/**
 * Headers of every response. They are set on Node's response, where both Fastify and the dashboard leave them;
 * the dashboard replaces the policy on its pages by one that names its own scripts.
 */
export function securityHeaders({ secure }: Options) {
  return (request: FastifyRequest, { raw }: FastifyReply, done: HookHandlerDoneFunction): void => {
    raw.setHeader('x-request-id', request.id);
    raw.setHeader('x-content-type-options', 'nosniff');
    raw.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
    raw.setHeader('cross-origin-opener-policy', 'same-origin');
    raw.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()');
    if (secure) raw.setHeader('strict-transport-security', 'max-age=31536000');
    // Embeds are made to be framed elsewhere; nothing else is.
    if (/^(\/fr)?\/embed\//.test(request.url)) raw.setHeader('content-security-policy', inert);
    else {
      raw.setHeader('content-security-policy', `${inert}; frame-ancestors 'none'`);
      raw.setHeader('x-frame-options', 'DENY');
    }
    done();
  };
}
