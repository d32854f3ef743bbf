import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { reject } from '../errors/tacit-error.ts';
import type { Context } from './context.ts';
import { Cost } from './cost/cost-hint.ts';
import { Node } from './node.ts';
import { anyNode } from './nodes.ts';
import { largestPage } from './paging/page-arguments.ts';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id; null when there is nothing of that id.',
  })
  async node(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'The global id.' }) id: string,
  ): Promise<Node | null> {
    return anyNode(context, id);
  }

  @Cost({ size: { argument: 'ids', most: largestPage } })
  @Query(() => [Node], {
    nullable: 'items',
    description: `Up to ${largestPage} things by their ids, in their order; null where there is nothing of that id.`,
  })
  async nodes(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { description: 'The global ids.' }) ids: string[],
  ): Promise<(Node | Error | null)[]> {
    if (ids.length > largestPage) {
      reject('BAD_USER_INPUT', `ids may hold up to ${largestPage} ids, not ${ids.length}.`);
    }
    // A fault of one id leaves the others their answers.
    return Promise.all(ids.map((id) => anyNode(context, id).catch((error: Error) => error)));
  }
}
