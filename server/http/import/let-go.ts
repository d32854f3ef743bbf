import type { IncomingMessage } from 'node:http';

/** Whoever is still sending after the answer has this long to notice. */
const patience = 5000;

/**
 * Lets the rest of a body go by that was refused before its end: most senders read the answer only when they
 * have sent all, and a connection that is cut under them would look like a fault of the network.
 */
export function letGo(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  request.unpipe();
  request.resume();
  const cut = setTimeout(() => request.socket.destroy(), patience);
  request.once('close', () => clearTimeout(cut)).once('end', () => clearTimeout(cut));
}
