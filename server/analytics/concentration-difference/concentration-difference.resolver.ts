import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { concentrationDifferenceOf } from './answer.ts';
import { ConcentrationDifferenceType } from './concentration-difference.type.ts';
import { ConcentrationSide } from './concentration-side.input.ts';

@Resolver()
export class ConcentrationDifferenceResolver {
  @Cost({ weight: 100 })
  @Query(() => ConcentrationDifferenceType, {
    description:
      'Whether one ledger, sector, project or measure is more concentrated than another: the difference with an interval of its own.',
  })
  async concentrationDifference(
    @Ctx() context: Context,
    @Arg('first', () => ConcentrationSide, { description: 'The one that the other is taken from.' })
    first: ConcentrationSide,
    @Arg('second', () => ConcentrationSide, { description: 'The one that is taken from it.' })
    second: ConcentrationSide,
  ): Promise<ConcentrationDifferenceType> {
    return concentrationDifferenceOf(context, first, second);
  }
}
