import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Cost } from '../../graphql/cost/cost-hint.ts';
import { PartialDateScalar } from '../../graphql/scalars/index.ts';
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
import { predictionAgreements } from './prediction-agreement.ts';
import { readExposures } from './prediction.sql.ts';
import { PredictionAgreementType } from './prediction-agreement.type.ts';
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
    @Arg('asOf', () => PartialDateScalar, {
      nullable: true,
      description:
        'By what had been published by the end of this year, month or day: a bare year counts as its beginning, ' +
        'undated evidence is left out, employment and wages stay those of the newest year. All evidence when not given.',
    })
    asOf?: string | null,
  ): Promise<ConversionType> {
    return ConversionType.of(await readConversion(kysely, filter ?? {}, asOf));
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

  @Cost({ weight: 200 })
  @FieldResolver(() => [PredictionAgreementType], {
    description: 'How far each published prediction agrees with the stages that are observed.',
  })
  async predictions(
    @Ctx() { kysely }: Context,
    @Root() { occupationRows }: ConversionType,
  ): Promise<PredictionAgreementType[]> {
    const exposures = await readExposures(kysely);
    return predictionAgreements(occupationRows, exposures).map((one) => PredictionAgreementType.of(one));
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
