export { createApiKey, hasAdminKey, listApiKeys, revokeApiKey, type ApiKey } from './api-keys.ts';
export { Authenticator, nobody, requireScope, type Caller } from './authenticator.ts';
export { holds, isScope, scopes, type Scope } from './scope.ts';
