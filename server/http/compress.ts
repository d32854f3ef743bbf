import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

const middleware = compression() as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Packs what will be written to the response, where its reader can unpack it: text packs to a tenth. */
export function compress(request: IncomingMessage, response: ServerResponse): void {
  middleware(request, response, () => undefined);
}
