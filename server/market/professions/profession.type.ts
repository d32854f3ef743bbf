import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Locale } from '../../graphql/locale.ts';
import { inLocale, LocaleArg } from '../../graphql/locale.ts';
import { fill, Node } from '../../graphql/node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import { connectionType } from '../../graphql/paging/index.ts';
import type { Row } from '../../graphql/row-type.ts';

@ObjectType('Exposure', {
  description:
    "Other people's predictions of how far AI reaches into an occupation: shown beside its stage, never in it.",
})
export class ExposureType {
  @Field(() => Float, {
    nullable: true,
    description:
      'GPT-4 rated β of Eloundou et al. (2023): the share of tasks exposed, half weight with tools, 0–1.',
  })
  gpt4Beta!: number | null;

  @Field(() => Float, { nullable: true, description: 'Human rated β of Eloundou et al. (2023), 0–1.' })
  humanBeta!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Microsoft's AI applicability score (Tomlinson et al. 2025), 0–1.",
  })
  msApplicability!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The occupation's share of Claude conversations in the Anthropic Economic Index, in percent.",
  })
  aeiUsagePercent!: number | null;
}

@ObjectType('Profession', {
  implements: Node,
  description: 'An occupation of the 2018 Standard Occupational Classification (SOC) of the United States.',
})
export class ProfessionType extends Node {
  static readonly table = 'profession';
  rowId!: number;
  sectorId!: number;
  texts!: Pick<Row<'profession'>, 'title_en' | 'title_fr' | 'major_group_en' | 'major_group_fr'>;

  @Field(() => String, { description: 'Its 2018 SOC code, such as 23-1011.' })
  socCode!: string;

  @Field(() => Int, { nullable: true, description: 'How many tasks O*NET lists for it.' })
  onetTasks!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its O*NET job zone, 1 (little preparation) to 5 (extensive).',
  })
  jobZone!: number | null;

  @Field(() => Boolean, { description: 'Is it one of the 44 occupations of the GDPval benchmark?' })
  gdpval!: boolean;

  @Field(() => ExposureType, { description: "Other people's predictions of its exposure to AI." })
  exposure!: ExposureType;

  @Field(() => String, { description: 'Its title.' })
  title(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.texts.title_en, this.texts.title_fr);
  }

  @Field(() => String, { description: 'The SOC major group that it belongs to.' })
  majorGroup(@LocaleArg() locale: Locale): string {
    return inLocale(locale, this.texts.major_group_en, this.texts.major_group_fr);
  }

  /** The type of a row. */
  static of(row: Row<'profession'>): ProfessionType {
    return fill(new ProfessionType(), {
      rowId: row.id,
      sectorId: row.sector_id,
      texts: row,
      id: nodeId('Profession', row.id),
      socCode: row.soc_code,
      onetTasks: row.onet_tasks,
      jobZone: row.job_zone,
      gdpval: row.gdpval,
      exposure: {
        gpt4Beta: row.exposure_gpt4_beta,
        humanBeta: row.exposure_human_beta,
        msApplicability: row.ms_ai_applicability,
        aeiUsagePercent: row.aei_usage_percent,
      },
    });
  }
}

export const ProfessionConnection = connectionType('Profession', () => ProfessionType);
