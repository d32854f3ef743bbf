import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { ExposureMeasure } from './exposure-measure.enum.ts';

/** Every published score of every measure, ascending. */
export async function readExposureScores(kysely: Kysely<Tables>): Promise<Map<ExposureMeasure, number[]>> {
  const rows = await kysely
    .selectFrom('profession')
    .select([
      'exposure_gpt4_beta as GPT4_BETA',
      'exposure_human_beta as HUMAN_BETA',
      'ms_ai_applicability as MS_APPLICABILITY',
      'aei_usage_percent as AEI_USAGE',
    ])
    .execute();
  const scoresOf = (measure: ExposureMeasure) =>
    rows
      .map((row) => row[measure])
      .filter((score) => score !== null)
      .sort((a, b) => a - b);
  return new Map(Object.values(ExposureMeasure).map((measure) => [measure, scoresOf(measure)]));
}
