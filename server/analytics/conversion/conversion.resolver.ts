import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import { SectorType } from '../../market/sectors/sector.type.ts';
import { ProvenanceType } from '../provenance/provenance.type.ts';
import { publishedProvenance } from '../published-provenance.ts';
import { ConversionFilter, OccupationOrder } from './conversion.inputs.ts';
import { conversionTimeline } from './conversion-timeline.ts';
import { readConversion } from './conversion.ts';
import { ConversionType, SectorConversionType } from './conversion.type.ts';
import { OccupationStageType } from './occupation-stage.type.ts';
import { orderOccupations } from './order-occupations.ts';
import { ConversionEventType } from './stage-evidence.type.ts';

@Resolver(() => ConversionType)
export class ConversionResolver {
  @Cost({ weight: 200 })
  @Query(() => ConversionType, {
    description:
      'How far professions have come on the way into training data: all of them, or those of a filter.',
  })
  async conversion(
    @Ctx() { kysely }: Context,
    @Arg('filter', () => ConversionFilter, { nullable: true, description: 'Which occupations.' })
    filter?: ConversionFilter | null,
  ): Promise<ConversionType> {
    return ConversionType.of(await readConversion(kysely, filter ?? {}));
  }

  @Cost({ size: 13 })
  @FieldResolver(() => [SectorConversionType], {
    description: 'The same by sector, in the order of the sectors.',
  })
  async bySector(
    @Ctx() { loaders }: Context,
    @Root() { occupationRows }: ConversionType,
  ): Promise<SectorConversionType[]> {
    const bySector = [...Map.groupBy(occupationRows, ({ sectorId }) => sectorId)];
    const placed = await Promise.all(
      bySector.map(async ([sectorId, occupations]) => ({
        position: (await loaders.the(SectorType, sectorId)).position,
        conversion: SectorConversionType.of(sectorId, occupations),
      })),
    );
    return placed.sort((a, b) => a.position - b.position).map(({ conversion }) => conversion);
  }

  @Cost({ size: 200 })
  @FieldResolver(() => [ConversionEventType], {
    description:
      'When each profession first met the rule of each stage that it meets, earliest first, undated last.',
  })
  timeline(@Root() { occupationRows }: ConversionType): ConversionEventType[] {
    return conversionTimeline(occupationRows).map((event) => ConversionEventType.of(event));
  }

  @Cost({ size: 830 })
  @FieldResolver(() => [OccupationStageType], {
    description: 'Every occupation asked about, not paged: there are about 830. The largest wage bill first.',
  })
  occupations(
    @Root() { occupationRows }: ConversionType,
    @Arg('orderBy', () => OccupationOrder, { nullable: true, description: 'In which order.' })
    order?: OccupationOrder | null,
  ): OccupationStageType[] {
    return orderOccupations(occupationRows, order).map((occupation) => OccupationStageType.of(occupation));
  }

  @FieldResolver(() => ProvenanceType, { description: 'Where the evidence and the wages come from.' })
  async provenance(
    @Ctx() context: Context,
    @Root() { occupationRows }: ConversionType,
  ): Promise<ProvenanceType> {
    const rows = occupationRows.flatMap(({ rows: own }) => own);
    const wages = occupationRows.flatMap(({ wageSourceId }) => wageSourceId ?? []);
    return publishedProvenance(context, {
      method:
        'Stage: the highest rule that the published rows meet; wage bill: employment × mean annual wage',
      n: rows.length,
      sourceIds: [...wages, ...rows.map(({ sourceId }) => sourceId)],
    });
  }
}

@Resolver(() => SectorConversionType)
export class SectorConversionResolver {
  @FieldResolver(() => SectorType, { description: 'The sector.' })
  async sector(@Ctx() { loaders }: Context, @Root() { sectorId }: SectorConversionType): Promise<SectorType> {
    return loaders.the(SectorType, sectorId);
  }
}

@Resolver(() => OccupationStageType)
export class OccupationStageResolver {
  @FieldResolver(() => ProfessionType, { description: 'The occupation.' })
  async profession(
    @Ctx() { loaders }: Context,
    @Root() { professionId }: OccupationStageType,
  ): Promise<ProfessionType> {
    return loaders.the(ProfessionType, professionId);
  }
}
