import type { FastifyInstance, FastifyReply, FastifyRequest, onSendHookHandler } from 'fastify';
import { nobody, secondsUntil, windowSeconds, type Caller, type Meter, type Purse } from '../access/index.ts';
import { refuse } from '../graphql/cost/too-complex.ts';
import type { KeyReader } from './caller.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What its sender may still spend; null where nothing is counted. */
    purse: Purse | null;
  }
}

/** Makes room on every request for the purse of its sender. */
export function decoratePurse(app: FastifyInstance): void {
  app.decorateRequest('purse', null);
}

/** Takes what a request of that length costs; RATE_LIMITED where there is not so much left. */
export async function enter(purse: Purse, characters: number): Promise<void> {
  if (!(await purse.enter(characters)))
    refuse(purse.standing, 'each request takes one for every hundred characters, and at least one.');
}

/** Of a body that does not say: as that of a long query. */
const unsaid = 10_000;

function lengthOf({ raw, url }: FastifyRequest): number {
  if (raw.headers['transfer-encoding'] !== undefined) return url.length + unsaid;
  return url.length + Number(raw.headers['content-length'] ?? 0);
}

/**
 * Finds out who asks and takes what a request of this length costs, before its body is read. A key that is not valid
 * is paid for by the address that sent it.
 */
export function admit(keys: KeyReader, meter: Meter) {
  return async (request: FastifyRequest): Promise<void> => {
    const admitted = async (caller: Caller): Promise<void> => {
      request.scope = caller.scope;
      request.keyId = caller.keyId;
      request.purse = meter.purseOf({ ...caller, address: request.ip });
      await enter(request.purse, lengthOf(request));
    };
    let caller: Caller;
    try {
      caller = await keys.fromHeader(request.headers.authorization);
    } catch (error) {
      await admitted(nobody);
      throw error;
    }
    await admitted(caller);
  };
}

/** `extensions` of an answer to a request that never became an operation; undefined where nothing is counted. */
export function costOfRefusal({ purse }: FastifyRequest): object | undefined {
  if (purse === null) return undefined;
  const { limit, remaining } = purse.standing;
  return { cost: { requested: 0, actual: 0, limit, remaining } };
}

/**
 * Says on every answer what is left: as `RateLimit` and `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers, in
 * the three fields of its earlier versions that most clients read, and in `Retry-After` when refused.
 */
export const tellAllowance: onSendHookHandler = (request, reply, payload, done) => {
  if (request.purse !== null) tell(request.purse, reply);
  done(null, payload);
};

function tell(purse: Purse, reply: FastifyReply): void {
  const { policy, limit, remaining, resetAt } = purse.standing;
  const seconds = secondsUntil(resetAt);
  void reply.headers({
    'ratelimit-policy': `"${policy}";q=${limit};w=${windowSeconds}`,
    ratelimit: `"${policy}";r=${remaining};t=${seconds}`,
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(seconds),
  });
  if (reply.statusCode === 429) void reply.header('retry-after', String(seconds));
}
