import { Arg, Field, Float, Int, ObjectType } from 'type-graphql';
import { reject } from '../../errors/tacit-error.ts';
import { ExposureMeasure } from './exposure-measure.enum.ts';
import { scoreBins, standingAmong } from './exposure-standing.ts';

@ObjectType('ExposureStanding', {
  description: 'Where the score of one occupation stands among those of all occupations that have one.',
})
export class ExposureStandingType {
  scores!: readonly number[];

  @Field(() => ExposureMeasure, { description: 'Whose prediction.' })
  measure!: ExposureMeasure;

  @Field(() => Float, { nullable: true, description: 'The score; null where this occupation has none.' })
  value!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place, 1 the highest; equal scores share the better place. Null without a score.',
  })
  rank!: number | null;

  @Field(() => Int, { description: 'How many occupations have a score.' })
  of!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of the other occupations that score lower, 0 to 1. Null without a score.',
  })
  above!: number | null;

  @Field(() => Float, { nullable: true, description: 'The highest score of any occupation.' })
  top!: number | null;

  @Field(() => Float, { nullable: true, description: 'The score in the middle of all.' })
  median!: number | null;

  @Field(() => [Int], { description: 'How many occupations lie in each equal part of 0 to `top`.' })
  bins(
    @Arg('count', () => Int, { nullable: true, defaultValue: 40, description: 'How many parts, 1 to 200.' })
    count: number | null,
  ): number[] {
    const bins = count ?? 40;
    if (bins < 1 || bins > 200) reject('BAD_USER_INPUT', `count is ${bins}; it must be from 1 to 200.`);
    return scoreBins(this.scores, this.top ?? 0, bins);
  }

  /** The standing of a score among ascending scores. */
  static of(measure: ExposureMeasure, value: number | null, scores: readonly number[]): ExposureStandingType {
    const standing = value === null ? null : standingAmong(scores, value);
    const half = scores.length / 2;
    const median =
      scores.length === 0 ? null : (scores[Math.ceil(half) - 1]! + scores[Math.floor(half)]!) / 2;
    return Object.assign(new ExposureStandingType(), {
      scores,
      measure,
      value,
      rank: standing?.rank ?? null,
      of: scores.length,
      above: standing?.above ?? null,
      top: scores.at(-1) ?? null,
      median,
    });
  }
}
