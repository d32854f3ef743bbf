export { actorOf } from './actor.ts';
export {
  createApiKey,
  hasAdminKey,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
  type ApiKey,
} from './api-keys.ts';
export { Authenticator, nobody, requireScope, type Caller } from './authenticator.ts';
export { Meter, Purse, secondsUntil, windowSeconds, type Standing } from './purse.ts';
export { holds, isScope, scopes, type Scope } from './scope.ts';
