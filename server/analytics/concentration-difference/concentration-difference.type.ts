import { Arg, Field, Float, ObjectType } from 'type-graphql';
import type { SuppressionType } from '../../disclosure/index.ts';
import { ConcentrationType } from '../concentration/index.ts';
import type { Interval } from '../../statistics/index.ts';
import type { EstimateType } from '../estimate/estimate.type.ts';
import type { Differences } from './differences.ts';
import { EstimateDifferenceType } from './difference.type.ts';

@ObjectType('ConcentrationDifference', {
  description: 'By how much one concentration is above another, and whether that is more than chance.',
})
export class ConcentrationDifferenceType {
  @Field(() => ConcentrationType, { description: 'The one that the other is taken from.' })
  first!: ConcentrationType;

  @Field(() => ConcentrationType, { description: 'The one that is taken from it.' })
  second!: ConcentrationType;

  @Field(() => Boolean, {
    description:
      'Are the intervals made by drawing the people of both together? So where both are of one dataset, since what ' +
      'somebody has in one goes with what they have in the other; on protected data only for two measures of the same ' +
      'earnings. Else each is drawn for itself.',
  })
  paired!: boolean;

  readDifferences!: () => Promise<Differences | null>;

  @Field(() => EstimateDifferenceType, { description: 'Of the Gini coefficients.' })
  gini(): EstimateDifferenceType {
    return this.#difference(this.first.gini, this.second.gini, (all, signal) => all.gini(signal));
  }

  @Field(() => EstimateDifferenceType, {
    description:
      'Of the shares that the ⌈fraction · n⌉ largest of each hold. On protected data at whole percents: DISCLOSURE_RISK between them.',
  })
  topShare(
    @Arg('fraction', () => Float, { description: 'Which share of contributors, above 0 and up to 1.' })
    fraction: number,
  ): EstimateDifferenceType {
    return this.#difference(this.first.topShare(fraction), this.second.topShare(fraction), (all, signal) =>
      all.topShare(fraction, signal),
    );
  }

  // Both estimates have been through the door: what either withholds, the difference withholds.
  #difference(
    first: EstimateType,
    second: EstimateType,
    interval: (all: Differences, signal: AbortSignal) => Promise<Interval | null>,
  ): EstimateDifferenceType {
    const suppression: SuppressionType | null = first.suppression ?? second.suppression;
    const readValue = async (): Promise<number | null> => {
      if (suppression !== null) return null;
      const [one, other] = await Promise.all([first.readValue(), second.readValue()]);
      return one === null || other === null ? null : one - other;
    };
    return Object.assign(new EstimateDifferenceType(), {
      suppression,
      readValue,
      readInterval: async (signal: AbortSignal) => {
        const differences = await this.readDifferences();
        return differences && interval(differences, signal);
      },
    });
  }
}
