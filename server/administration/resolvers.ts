import { ApiKeyResolver } from './api-key.resolver.ts';
import { AuditLogResolver } from './audit-log.resolver.ts';
import { DatasetAdministrationResolver } from './dataset.resolver.ts';

/** What only a key with the scope "admin" may ask or change. */
export const administrationResolvers = [
  ApiKeyResolver,
  AuditLogResolver,
  DatasetAdministrationResolver,
] as const;
