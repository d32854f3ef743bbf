import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { CostEstimateType, CostlyFieldType } from './cost-estimate.type.ts';
import { Cost } from './cost-hint.ts';
import { estimateOf } from './estimate.ts';
import { limits } from './limits.ts';
import type { PricedList, RequestedCost } from './requested-cost.ts';
import { fittingSize } from './too-complex.ts';

/** GraphQL's Int holds no more; far beyond the limit it makes no difference. */
const largestInt = 2 ** 31 - 1;

@Resolver()
export class CostEstimateResolver {
  @Cost({ weight: 10 })
  @Query(() => CostEstimateType, {
    description:
      'What an operation may cost, without running it; BAD_USER_INPUT where it could not be run, QUERY_TOO_COMPLEX where it is too large to be priced.',
  })
  costEstimate(
    @Info() { schema }: GraphQLResolveInfo,
    @Ctx() { purse }: Context,
    @Arg('query', () => String, { description: 'The document, as it would be sent.' }) query: string,
    @Arg('variables', () => GraphQLJSONObject, { nullable: true, description: 'Its variables.' })
    variables?: Record<string, unknown> | null,
    @Arg('operationName', () => String, {
      nullable: true,
      description: 'The operation that is meant, where the document holds several.',
    })
    operationName?: string | null,
  ): CostEstimateType {
    const cost = estimateOf(schema, query, variables ?? {}, operationName ?? null);
    const perMinute = purse?.standing.limit ?? limits.points;
    return Object.assign(new CostEstimateType(), {
      requested: Math.min(cost.points, largestInt),
      limit: limits.points,
      fits: cost.points <= limits.points,
      perMinute: cost.points <= limits.points ? Math.floor(perMinute / Math.max(1, cost.points)) : 0,
      fields: cost.lists
        .toSorted((a, b) => b.size * b.perRow - a.size * a.perRow)
        .map((list) => costlyField(cost, list)),
    });
  }
}

function costlyField(cost: RequestedCost, list: PricedList): CostlyFieldType {
  const { path, argument, size, perRow } = list;
  return Object.assign(new CostlyFieldType(), {
    path,
    argument,
    points: Math.min(size * perRow, largestInt),
    pageSize: size,
    fittingPageSize: cost.points <= limits.points ? null : fittingSize(cost, list, limits.points),
  });
}
