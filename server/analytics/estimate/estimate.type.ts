import { Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import { SuppressionType } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import type { Interval } from '../../statistics/index.ts';

@ObjectType('Interval', { description: 'A confidence interval.' })
export class IntervalType implements Interval {
  @Field(() => Float, { description: 'Its lower end, in the unit of the estimate.' })
  low!: number;

  @Field(() => Float, { description: 'Its upper end, in the unit of the estimate.' })
  high!: number;

  @Field(() => Float, { description: 'Its two-sided confidence level, 0 to 1: 0.95.' })
  level!: number;

  @Field(() => String, { description: 'How it was made, such as "BCa bootstrap, 2000 replicates".' })
  method!: string;
}

@ObjectType('Estimate', { description: 'A statistic with its interval, or the reason why it is not given.' })
export class EstimateType {
  @Field(() => Int, { description: 'How many contributors it rests on.' })
  n!: number;

  @Field(() => SuppressionType, {
    nullable: true,
    description: 'Why there is no value; null when there is one.',
  })
  suppression!: SuppressionType | null;

  readValue!: () => number | null | Promise<number | null>;
  readInterval!: (signal?: AbortSignal) => Promise<Interval | null>;

  @Field(() => Float, { nullable: true, description: 'The statistic; null exactly when suppression is not.' })
  value(): number | null | Promise<number | null> {
    return this.readValue();
  }

  @Cost({ weight: 10 })
  @Field(() => IntervalType, {
    nullable: true,
    description:
      'Its 95 % interval, computed when asked for; null below 30 contributors, for a top share that fewer than 5 ' +
      'people hold, and where there is no value.',
  })
  interval(@Ctx() { deadline }: Context): Promise<IntervalType | null> {
    return this.readInterval(deadline.signal);
  }

  /** An estimate of a value that the door has let through (suppression null) or not. */
  static of(
    n: number,
    suppression: SuppressionType | null,
    value: () => number | null | Promise<number | null>,
    interval: (signal?: AbortSignal) => Promise<Interval | null>,
  ): EstimateType {
    return Object.assign(new EstimateType(), {
      n,
      suppression,
      readValue: suppression === null ? value : () => null,
      readInterval: suppression === null ? interval : () => Promise.resolve(null),
    });
  }
}
