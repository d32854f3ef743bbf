import type { FastifyReply } from 'fastify';
import { TacitError } from '../errors/tacit-error.ts';

/** A signal that fires when whoever asked hangs up before the answer: nobody is left to work for. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(new TacitError('QUERY_TIMEOUT', 'Whoever asked hung up.'));
  });
  return gone.signal;
}
