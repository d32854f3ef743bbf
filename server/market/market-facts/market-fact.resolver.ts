import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { OrganisationType } from '../organisations/organisation.type.ts';
import { ProjectType } from '../projects/project.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { MarketFactFilter, MarketFactOrder } from './market-fact.inputs.ts';
import { listMarketFacts } from './market-fact.reads.ts';
import { MarketFactConnection, MarketFactType } from './market-fact.type.ts';

@Resolver(() => MarketFactType)
export class MarketFactResolver {
  @Query(() => MarketFactConnection, { description: 'Published numbers about the market, newest first.' })
  async marketFacts(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => MarketFactFilter, { nullable: true, description: 'Which facts.' })
    filter?: MarketFactFilter,
    @Arg('orderBy', () => MarketFactOrder, { nullable: true, description: 'In which order.' })
    orderBy?: MarketFactOrder,
  ): Promise<Page<MarketFactType>> {
    return connection(context, MarketFactType, listMarketFacts(context.kysely, filter, orderBy), page);
  }

  @FieldResolver(() => SourceType, { description: 'Where it was published.' })
  async source(@Ctx() { loaders }: Context, @Root() fact: MarketFactType): Promise<SourceType> {
    return loaders.the(SourceType, fact.sourceId);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'The organisation that it is about, if one.',
  })
  async organisation(
    @Ctx() { loaders }: Context,
    @Root() fact: MarketFactType,
  ): Promise<OrganisationType | null> {
    return loaders.one(OrganisationType, fact.organisationId);
  }

  @FieldResolver(() => ProjectType, { nullable: true, description: 'The project that it is about, if one.' })
  async project(@Ctx() { loaders }: Context, @Root() fact: MarketFactType): Promise<ProjectType | null> {
    return loaders.one(ProjectType, fact.projectId);
  }
}
