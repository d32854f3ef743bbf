import { sql } from 'kysely';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.ts';
import { connection, PageArguments, type Page } from '../graphql/paging/index.ts';
import { OrderDirection } from '../graphql/paging/order-direction.ts';
import { AuditEntryConnection, AuditEntryType } from './audit-entry.type.ts';
import { requireAdmin } from './require-admin.ts';

@Resolver(() => AuditEntryType)
export class AuditLogResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'Imports, retirements, erasures, keys and reading of protected rows, the latest first. Needs a key with the scope "admin".',
  })
  async auditLog(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Page<AuditEntryType>> {
    requireAdmin(context);
    const rows = context.kysely.selectFrom('audit_entry').selectAll();
    const by = sql`listed.id::int8`;
    const order = { name: 'AGE', type: 'int8', by, direction: OrderDirection.DESC } as const;
    return connection(context, AuditEntryType, { rows, order }, page);
  }
}
