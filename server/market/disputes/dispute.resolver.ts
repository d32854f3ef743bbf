import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { OrganisationType } from '../organisations/organisation.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { DisputeFilter, DisputeOrder } from './dispute.inputs.ts';
import { listDisputes } from './dispute.reads.ts';
import { DisputeConnection, DisputeType } from './dispute.type.ts';

@Resolver(() => DisputeType)
export class DisputeResolver {
  @Query(() => DisputeConnection, {
    description: 'Published disputes over the work of experts and what they know, newest first.',
  })
  async disputes(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => DisputeFilter, { nullable: true, description: 'Which disputes.' })
    filter?: DisputeFilter,
    @Arg('orderBy', () => DisputeOrder, { nullable: true, description: 'In which order.' })
    orderBy?: DisputeOrder,
  ): Promise<Page<DisputeType>> {
    return connection(context, DisputeType, listDisputes(context.kysely, filter, orderBy), page);
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() { row }: DisputeType): Promise<SourceType> {
    return loaders.the(SourceType, row.source_id);
  }

  @FieldResolver(() => [OrganisationType], { description: 'The organisations that it concerns.' })
  async organisations(
    @Ctx() { loaders }: Context,
    @Root() { row }: DisputeType,
  ): Promise<OrganisationType[]> {
    return Promise.all(row.organisation_ids.map((id) => loaders.the(OrganisationType, id)));
  }
}
