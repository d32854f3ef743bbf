import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const wellFormed = /^[\w.-]{1,64}$/;

/** Makes the id that ties a response to its log lines; a trusted proxy's own id is kept. */
export function requestId(trusted: boolean): (request: Pick<IncomingMessage, 'headers'>) => string {
  return ({ headers }) => {
    const given = headers['x-request-id'];
    return trusted && typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
  };
}
