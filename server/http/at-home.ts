import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { said } from '../errors/said.ts';
import { reject } from '../errors/tacit-error.ts';

/** Whether a request comes from the one person who uses this server, on the machine that it runs on. */
export type HomeRule = (request: FastifyRequest) => Promise<boolean>;

export interface HomeOptions {
  config: Pick<Config, 'host' | 'adminKey' | 'publicUrl' | 'trustProxy'>;
  /** Whether any key that may administer is in force. */
  hasAdminKey: () => Promise<boolean>;
}

const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
const loopbackAddress = /^(::ffff:)?127\.|^::1$/;

/** Headers that some program between the visitor and us adds. */
const passedOn = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/**
 * Makes the rule for a lone analyst: she started this on her own machine, set nothing, and is to be asked for no
 * key to bring in her own file. It holds only where each of these does, and the first to fail closes it:
 *
 * - the server listens on a loopback address, no ADMIN_KEY is set, no admin key was made, and nothing says that
 *   a proxy stands in front (PUBLIC_URL, TRUST_PROXY): whoever runs it for others has set one of them;
 * - the connection comes from a loopback address, and carries no header of a program in between: a proxy on this
 *   machine would make all the world look local. nginx, as it comes, adds no header and speaks HTTP/1.0;
 * - the Host is a loopback name: a page elsewhere whose name was made to point here (DNS rebinding) sends its own.
 *
 * What it does not tell apart are the accounts of one machine: on a shared one, set ADMIN_KEY.
 */
export function homeRule({ config, hasAdminKey }: HomeOptions): HomeRule {
  const alone =
    isLoopback(config.host) &&
    config.adminKey === undefined &&
    config.publicUrl === undefined &&
    config.trustProxy === false;
  return async (request) => alone && isDirect(request) && !(await hasAdminKey());
}

function isLoopback(host: string): boolean {
  return loopbackName.test(host) || host === '::1';
}

function isDirect({ raw, headers }: FastifyRequest): boolean {
  return (
    raw.httpVersion !== '1.0' &&
    loopbackAddress.test(raw.socket.remoteAddress ?? '') &&
    loopbackName.test(headers.host ?? '') &&
    passedOn.every((name) => headers[name] === undefined)
  );
}

/**
 * Stops a request that another site made this browser send. Only needed where no key is: a key is sent on
 * purpose, being at home is not. Browsers say with every POST, forms' too, where it comes from.
 */
export function requireOwnPage({ headers, host, protocol }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const own = headers.origin?.toLowerCase() === `${protocol}://${host}`.toLowerCase();
  if (own && (site === undefined || site === 'same-origin')) return;
  reject(
    'FORBIDDEN',
    said`Without a key a file is taken only from the page /import of this very server. From a program, send an API key with the scope "admin", or use "npm run import".`,
  );
}
