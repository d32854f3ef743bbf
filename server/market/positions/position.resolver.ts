import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { DisputeType } from '../disputes/dispute.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { OwnershipPositionFilter } from './position.inputs.ts';
import { listPositions } from './position.reads.ts';
import { OwnershipPositionConnection, OwnershipPositionType } from './position.type.ts';

@Resolver(() => OwnershipPositionType)
export class OwnershipPositionResolver {
  @Query(() => OwnershipPositionConnection, {
    description: 'Published positions on who owns what experts know, in the order in which they were taken.',
  })
  async ownershipPositions(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OwnershipPositionFilter, { nullable: true, description: 'Which positions.' })
    filter?: OwnershipPositionFilter,
  ): Promise<Page<OwnershipPositionType>> {
    return connection(context, OwnershipPositionType, listPositions(context.kysely, filter), page);
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() { row }: OwnershipPositionType): Promise<SourceType> {
    return loaders.the(SourceType, row.source_id);
  }

  @FieldResolver(() => DisputeType, {
    nullable: true,
    description: 'The dispute in which it was taken, if one.',
  })
  async dispute(
    @Ctx() { loaders }: Context,
    @Root() { row }: OwnershipPositionType,
  ): Promise<DisputeType | null> {
    return loaders.one(DisputeType, row.dispute_id);
  }
}
