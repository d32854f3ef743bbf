import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { nestedConnection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { OrganisationType } from '../organisations/organisation.type.ts';
import { DisputeFilter, DisputeOrder } from './dispute.inputs.ts';
import { listDisputes } from './dispute.reads.ts';
import { DisputeConnection, DisputeType } from './dispute.type.ts';

@Resolver(() => OrganisationType)
export class OrganisationDisputesResolver {
  @FieldResolver(() => DisputeConnection, {
    description: 'Published disputes that concern it, newest first.',
  })
  async disputes(
    @Ctx() context: Context,
    @Root() organisation: OrganisationType,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => DisputeFilter, { nullable: true, description: 'Which disputes.' })
    filter?: DisputeFilter,
    @Arg('orderBy', () => DisputeOrder, { nullable: true, description: 'In which order.' })
    orderBy?: DisputeOrder,
  ): Promise<Page<DisputeType>> {
    return nestedConnection(context, organisation.rowId, {
      field: 'organisation disputes',
      given: [filter, orderBy],
      page,
      type: DisputeType,
      listing: async () => listDisputes(context.kysely, filter, orderBy),
      belongs: (parent) => sql`${parent} = any(listed.organisation_ids)`,
    });
  }
}
