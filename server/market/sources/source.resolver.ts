import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { connection, PageArguments, type Page } from '../../graphql/paging/index.ts';
import { SourceFilter, SourceOrder } from './source.inputs.ts';
import { countNumbers, findSource, listSources } from './source.reads.ts';
import { SourceConnection, SourceType } from './source.type.ts';

@Resolver(() => SourceType)
export class SourceResolver {
  @Query(() => SourceType, {
    nullable: true,
    description: 'The source of that slug; null when there is none.',
  })
  async source(
    @Ctx() { kysely }: Context,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<SourceType | null> {
    const row = await findSource(kysely, slug);
    return row === undefined ? null : SourceType.of(row);
  }

  @Query(() => SourceConnection, { description: 'The publications that numbers here rest on, newest first.' })
  async sources(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => SourceFilter, { nullable: true, description: 'Which sources.' })
    filter?: SourceFilter,
    @Arg('orderBy', () => SourceOrder, { nullable: true, description: 'In which order.' })
    orderBy?: SourceOrder,
  ): Promise<Page<SourceType>> {
    return connection(context, SourceType, listSources(context.kysely, filter, orderBy), page);
  }

  @FieldResolver(() => Int, {
    description: 'How many rows rest on it: pay observations, market facts, evidence, evaluations and wages.',
  })
  async numbers(@Ctx() { kysely, loaders }: Context, @Root() source: SourceType): Promise<number> {
    const counts = loaders.batch('source numbers', (ids: readonly number[]) => countNumbers(kysely, ids));
    return counts.load(source.rowId);
  }
}
