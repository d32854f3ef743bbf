import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { ReleaseType } from '../../market/releases/release.type.ts';
import { changesOf, countFor } from './answer.ts';
import { ReleaseChangesType } from './release-changes.type.ts';

const coarsely = 'of a protected ledger rounded down to tens for whoever may not read its rows.';

@Resolver(() => ReleaseType)
export class ReleaseChangesResolver {
  @Cost({ weight: 10 })
  @FieldResolver(() => ReleaseChangesType, {
    nullable: true,
    description:
      'What it changed in the headline statistics, computed when asked for; null where it is no ledger.',
  })
  async changes(@Ctx() context: Context, @Root() release: ReleaseType): Promise<ReleaseChangesType | null> {
    return changesOf(context, release);
  }

  @FieldResolver(() => Int, { description: `How many earnings it added; ${coarsely}` })
  async rowsAdded(@Ctx() context: Context, @Root() release: ReleaseType): Promise<number> {
    return countFor(context, release, release.rowsAdded);
  }

  @FieldResolver(() => Int, { description: `How many earlier earnings it reversed; ${coarsely}` })
  async rowsReversed(@Ctx() context: Context, @Root() release: ReleaseType): Promise<number> {
    return countFor(context, release, release.rowsReversed);
  }

  @FieldResolver(() => Int, { description: `How many contributors the dataset had with it; ${coarsely}` })
  async contributors(@Ctx() context: Context, @Root() release: ReleaseType): Promise<number> {
    return countFor(context, release, release.contributors);
  }
}
