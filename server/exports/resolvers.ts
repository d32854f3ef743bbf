import { BulkExportResolver } from './bulk/bulk-export.resolver.ts';

/** Whole ledgers as files. */
export const exportResolvers = [BulkExportResolver] as const;
