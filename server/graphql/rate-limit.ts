import { Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { DateTimeScalar } from './scalars/index.ts';

/** What everybody may ask without a key, in points of query cost an hour. */
const anonymousAllowance = 1_000_000;
const hour = 3_600_000;

@ObjectType('RateLimit', {
  description: 'How much this caller may ask for in an hour, in points of query cost.',
})
export class RateLimitType {
  @Field(() => Int, { description: 'Points an hour.' })
  limit!: number;

  @Field(() => Int, { description: 'Points left in this hour; requests are not counted against it yet.' })
  remaining!: number;

  @Field(() => DateTimeScalar, { description: 'When the next hour begins.' })
  resetAt!: Date;
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimitType, { description: 'How much this caller may ask for.' })
  rateLimit(): RateLimitType {
    const resetAt = new Date((Math.floor(Date.now() / hour) + 1) * hour);
    return { limit: anonymousAllowance, remaining: anonymousAllowance, resetAt };
  }
}
