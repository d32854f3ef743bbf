import type { FastifyReply } from 'fastify';
import { TacitError } from '../errors/tacit-error.ts';
import type { HangUp } from '../graphql/deadline.ts';

/** Tells when whoever asked hangs up before the answer: nobody is left to work for. */
export function hangUpOf({ raw }: FastifyReply): HangUp {
  return (stop) => {
    const tell = (): void => {
      if (!raw.writableFinished) stop(new TacitError('QUERY_TIMEOUT', 'Whoever asked hung up.'));
    };
    if (raw.closed) tell();
    else raw.once('close', tell);
  };
}
