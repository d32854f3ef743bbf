import type { Caller } from './authenticator.ts';

/** What the log of administration calls whoever asks; a key by its number, which the list of keys explains. */
export function actorOf({ scope, keyId }: Caller): string {
  if (keyId !== null) return `key ${keyId}`;
  return scope === null ? 'this machine' : 'ADMIN_KEY';
}
