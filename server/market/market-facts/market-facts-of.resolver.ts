import { Arg, Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import { sql } from 'kysely';
import type { Context } from '../../graphql/context.ts';
import { nestedConnection, PageArguments, type Belongs, type Page } from '../../graphql/paging/index.ts';
import { OrganisationType } from '../organisations/organisation.type.ts';
import { ProjectType } from '../projects/project.type.ts';
import { SourceType } from '../sources/source.type.ts';
import { MarketFactFilter, MarketFactOrder } from './market-fact.inputs.ts';
import { listMarketFacts } from './market-fact.reads.ts';
import { MarketFactConnection, MarketFactType } from './market-fact.type.ts';

/** The field `marketFacts` of whatever market facts belong to. */
function marketFactsOf(parentType: () => ClassType, noun: string, belongs: Belongs) {
  @Resolver(parentType)
  class MarketFactsOf {
    @FieldResolver(() => MarketFactConnection, { description: 'Published numbers about it, newest first.' })
    async marketFacts(
      @Ctx() context: Context,
      @Root() parent: { rowId: number },
      @Args(() => PageArguments) page: PageArguments,
      @Arg('filter', () => MarketFactFilter, { nullable: true, description: 'Which facts.' })
      filter?: MarketFactFilter,
      @Arg('orderBy', () => MarketFactOrder, { nullable: true, description: 'In which order.' })
      orderBy?: MarketFactOrder,
    ): Promise<Page<MarketFactType>> {
      return nestedConnection(context, parent.rowId, {
        field: `${noun} marketFacts`,
        given: [filter, orderBy],
        page,
        type: MarketFactType,
        listing: async () => listMarketFacts(context.kysely, filter, orderBy),
        belongs,
      });
    }
  }
  return MarketFactsOf;
}

export const OrganisationFactsResolver = marketFactsOf(
  () => OrganisationType,
  'organisation',
  (parent) => sql`listed.organisation_id = ${parent}`,
);

export const ProjectFactsResolver = marketFactsOf(
  () => ProjectType,
  'project',
  (parent) => sql`listed.project_id = ${parent}`,
);

export const SourceFactsResolver = marketFactsOf(
  () => SourceType,
  'source',
  (parent) => sql`listed.source_id = ${parent}`,
);
