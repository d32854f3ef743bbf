import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { windowSeconds } from '../access/index.ts';
import type { Context } from './context.ts';
import { limits } from './cost/limits.ts';
import { DateTimeScalar } from './scalars/index.ts';

@ObjectType('RateLimit', {
  description:
    'How much this caller may ask for in a minute, in points of query cost: counted by key, or without one by address. A request takes at least one point, and one for every hundred characters that it sends; what an operation did not use of what it may cost is given back, and one that fails pays a point for each millisecond beyond the first 250.',
})
export class RateLimitType {
  @Field(() => Int, { description: 'Points a minute.' })
  limit!: number;

  @Field(() => Int, { description: 'Points left in this minute, this query taken off.' })
  remaining!: number;

  @Field(() => DateTimeScalar, { description: 'When the minute is over, and the limit is there again.' })
  resetAt!: Date;

  @Field(() => Int, { description: 'Points that one request may cost.' })
  perRequest!: number;
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimitType, { description: 'How much this caller may ask for.' })
  rateLimit(@Ctx() { purse, requestedPoints }: Context): RateLimitType {
    const { points } = limits;
    // Nobody counts what our own pages ask: what bounds them is the single request.
    const standing = purse?.standing ?? {
      limit: points,
      remaining: points - requestedPoints,
      resetAt: new Date(Date.now() + windowSeconds * 1000),
    };
    const { limit, remaining, resetAt } = standing;
    return { limit, remaining, resetAt, perRequest: points };
  }
}
