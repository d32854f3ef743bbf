import { Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { inLocale, LocaleArg, type Locale } from '../../graphql/locale.ts';
import { CurrencyCodeScalar } from '../../graphql/scalars/index.ts';
import { ExpertType } from '../../market/experts/expert.type.ts';
import { MatchCriterion } from './match-criterion.enum.ts';
import { reasonWords, type Told } from './reason-words.ts';

@ObjectType('MatchReason', { description: 'What one criterion adds to the score of a match.' })
export class MatchReasonType {
  told!: Told;

  @Field(() => MatchCriterion, { description: 'The criterion.' })
  criterion!: MatchCriterion;

  @Field(() => Float, {
    nullable: true,
    description: 'How well it is met, 0 to 1; null where the ledger does not tell.',
  })
  value!: number | null;

  @Field(() => Float, { description: 'Its share of all weights, 0 to 1.' })
  weight!: number;

  @Field(() => Float, {
    description: 'Weight times value; weight times one half where it is not known. They add up to the score.',
  })
  contribution!: number;

  @Field(() => String, { description: 'The same in words, for people.' })
  words(@LocaleArg() locale: Locale): string {
    return reasonWords(this.told, inLocale(locale, 'en', 'fr'));
  }
}

@ObjectType('ExpertMatch', {
  description: 'How well an expert fits what a project asks for, and why.',
})
export class ExpertMatchType {
  expertId!: number;

  @Field(() => Int, { description: 'The place among all contributors, from 1.' })
  rank!: number;

  @Field(() => Float, { description: 'From 0 to 1: the sum of what the reasons contribute.' })
  score!: number;

  @Field(() => Float, {
    description: 'The share of all weights whose criteria the ledger tells of, 0 to 1.',
  })
  known!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'What an hour has cost so far, in major units of the currency; null where no ceiling is given or it is not known.',
  })
  rate!: number | null;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency of the rate, that of the ceiling; null where no ceiling is given.',
  })
  currency!: string | null;

  @Field(() => [MatchReasonType], { description: 'What each criterion that counts adds to the score.' })
  reasons!: MatchReasonType[];

  @Field(() => ExpertType, { description: 'Who it is, by pseudonym.' })
  async expert(@Ctx() { loaders }: Context): Promise<ExpertType> {
    return loaders.the(ExpertType, this.expertId);
  }
}
