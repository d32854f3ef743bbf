import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import type { BackgroundKind } from '../../market/backgrounds/background.enums.ts';
import type { FormerEmployer } from '../../market/experts/expert.enums.ts';
import { SectorType } from '../../market/sectors/sector.type.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import { publishedProvenance } from '../published-provenance.ts';
import { backgroundSources, countBackgrounds, countOffers } from './know-how.sql.ts';
import { KnowHowCellType, KnowHowType } from './know-how.type.ts';

@Resolver(() => KnowHowType)
export class KnowHowResolver {
  @Query(() => KnowHowType, {
    description: 'What published offers and reports say of where the knowledge comes from.',
  })
  async knowHow(@Ctx() { kysely }: Context): Promise<KnowHowType> {
    return Object.assign(new KnowHowType(), await countOffers(kysely));
  }

  @Cost({ size: 50, weight: 10 })
  @FieldResolver(() => [KnowHowCellType], { description: 'Kinds of background by sector, counted.' })
  async cells(@Ctx() { kysely }: Context): Promise<KnowHowCellType[]> {
    const counts = await countBackgrounds(kysely);
    return counts.map(({ kind, formerEmployer, ...count }) =>
      KnowHowCellType.of({
        ...count,
        kind: kind as BackgroundKind,
        formerEmployer: formerEmployer as FormerEmployer | null,
      }),
    );
  }

  @FieldResolver(() => ProvenanceType, { description: 'On what it rests.' })
  async provenance(
    @Ctx() context: Context,
    @Root() { withBackground }: KnowHowType,
  ): Promise<ProvenanceType> {
    return publishedProvenance(context, {
      method: 'Backgrounds coded from the titles and notes of published offers and reports',
      n: withBackground,
      sourceIds: await backgroundSources(context.kysely),
    });
  }
}

@Resolver(() => KnowHowCellType)
export class KnowHowCellResolver {
  @FieldResolver(() => SectorType, { description: 'The sector.' })
  async sector(@Ctx() { loaders }: Context, @Root() { sectorId }: KnowHowCellType): Promise<SectorType> {
    return loaders.the(SectorType, sectorId);
  }
}
