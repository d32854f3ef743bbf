import { Field, Float, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../../market/money.ts';
import type { ConvertedOccupation } from './conversion.ts';
import { stageShares } from './stage-shares.ts';
import { StageShareType, wageBillMoney } from './stage-share.type.ts';

@ObjectType({ description: 'Occupations by how far their conversion into training data has come.' })
abstract class StageTotals {
  @Field(() => Int, { description: 'How many occupations.' })
  professions!: number;

  @Field(() => Float, { description: 'Employees in them in the United States, the self-employed left out.' })
  employment!: number;

  @Field(() => MoneyType, { description: 'Their wage bill a year: Σ employment × mean annual wage.' })
  wageBill!: MoneyType;

  @Field(() => Int, {
    description:
      'How many of them are in no wage bill, because the statistics give no annual wage: performers, whose work is paid by the hour.',
  })
  withoutWage!: number;

  @Field(() => [StageShareType], {
    description: 'All five stages, lowest first, also those that nothing is at.',
  })
  stages!: StageShareType[];
}

@ObjectType('SectorConversion', { description: 'The occupations of one sector by stage.' })
export class SectorConversionType extends StageTotals {
  sectorId!: number;

  /** The conversion of the occupations of one sector. */
  static of(sectorId: number, occupations: readonly ConvertedOccupation[]): SectorConversionType {
    return Object.assign(new SectorConversionType(), totals(occupations), { sectorId });
  }
}

@ObjectType('Conversion', {
  description:
    'How far professions have come on the way into training data, by published evidence. Employment and wages are those of the United States (BLS OEWS), in the newest year.',
})
export class ConversionType extends StageTotals {
  occupationRows!: readonly ConvertedOccupation[];

  @Field(() => Int, {
    nullable: true,
    description: 'The year of employment and wages; null when nothing matches.',
  })
  wageYear!: number | null;

  /** The conversion of these occupations. */
  static of(occupations: readonly ConvertedOccupation[]): ConversionType {
    const years = occupations.flatMap(({ wageYear }) => wageYear ?? []);
    return Object.assign(new ConversionType(), totals(occupations), {
      occupationRows: occupations,
      wageYear: years.length === 0 ? null : Math.max(...years),
    });
  }
}

function totals(occupations: readonly ConvertedOccupation[]): StageTotals {
  const measured = stageShares(occupations);
  return {
    ...measured,
    wageBill: wageBillMoney(measured.wageBill),
    stages: measured.stages.map((share) => StageShareType.of(share)),
  };
}
