import { Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import { ExpertType } from '../../market/experts/expert.type.ts';

@ObjectType('KeyExpert', { description: 'A contributor in a ranking by a measure.' })
export class KeyExpertType {
  expertId!: number;

  @Field(() => Int, { description: 'The place in the ranking, from 1.' })
  rank!: number;

  @Field(() => Float, {
    description: 'The total of the measure, above 0; money in major units of the currency.',
  })
  total!: number;

  @Field(() => Float, { description: 'Its share of the total of all contributors, 0 to 1.' })
  share!: number;

  @Field(() => Float, { description: 'What this and all contributors before it hold together, 0 to 1.' })
  cumulativeShare!: number;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency of the measure AMOUNT; null for other measures.',
  })
  currency!: string | null;

  @Field(() => ExpertType, { description: 'Who it is, by pseudonym.' })
  async expert(@Ctx() { loaders }: Context): Promise<ExpertType> {
    return loaders.the(ExpertType, this.expertId);
  }
}
