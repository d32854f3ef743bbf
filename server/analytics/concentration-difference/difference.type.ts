import { Ctx, Field, Float, ObjectType } from 'type-graphql';
import { SuppressionType } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import type { Interval } from '../../statistics/index.ts';
import { IntervalType } from '../estimate/estimate.type.ts';
import { DifferenceVerdict, verdictOf } from './difference-verdict.enum.ts';

@ObjectType('EstimateDifference', {
  description: 'A statistic of the first less that of the second, or the reason why it is not given.',
})
export class EstimateDifferenceType {
  @Field(() => SuppressionType, {
    nullable: true,
    description: 'Why there is no value; null when there is one.',
  })
  suppression!: SuppressionType | null;

  readValue!: () => Promise<number | null>;
  readInterval!: (signal: AbortSignal) => Promise<Interval | null>;

  @Field(() => Float, {
    nullable: true,
    description: 'First less second, −1 to 1; null exactly when suppression is not.',
  })
  value(): Promise<number | null> {
    return this.readValue();
  }

  @Cost({ weight: 100 })
  @Field(() => IntervalType, {
    nullable: true,
    description:
      'Its own 95 % interval, computed when asked for; null below 30 contributors on either side, for a top share that ' +
      'fewer than 5 people hold, and where there is no value.',
  })
  async interval(@Ctx() { deadline }: Context): Promise<IntervalType | null> {
    return this.suppression === null ? this.readInterval(deadline.signal) : null;
  }

  @Cost({ weight: 100 })
  @Field(() => DifferenceVerdict, {
    nullable: true,
    description: 'What the interval says; null where there is none.',
  })
  async verdict(@Ctx() context: Context): Promise<DifferenceVerdict | null> {
    return verdictOf(await this.interval(context));
  }
}
