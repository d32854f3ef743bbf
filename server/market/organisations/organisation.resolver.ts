import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { OrganisationFilter } from './organisation.inputs.ts';
import { findOrganisation, listOrganisations } from './organisation.reads.ts';
import { OrganisationConnection, OrganisationType } from './organisation.type.ts';

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @Query(() => OrganisationType, {
    nullable: true,
    description: 'The organisation of that slug; null when there is none.',
  })
  async organisation(
    @Ctx() { kysely }: Context,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<OrganisationType | null> {
    const row = await findOrganisation(kysely, slug);
    return row === undefined ? null : OrganisationType.of(row);
  }

  @Query(() => OrganisationConnection, {
    description: 'Laboratories, platforms, employers and publishers, by name.',
  })
  async organisations(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OrganisationFilter, { nullable: true, description: 'Which organisations.' })
    filter?: OrganisationFilter,
  ): Promise<Page<OrganisationType>> {
    return connection(context, OrganisationType, listOrganisations(context.kysely, filter), page);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The organisation that it belongs to.',
  })
  async parent(
    @Ctx() { loaders }: Context,
    @Root() organisation: OrganisationType,
  ): Promise<OrganisationType | null> {
    return loaders.one(OrganisationType, organisation.parentId);
  }
}
