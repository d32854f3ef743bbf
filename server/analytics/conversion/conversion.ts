import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { ConversionFilter } from './conversion.inputs.ts';
import { readOccupations, readStageRows } from './conversion.sql.ts';
import type { Occupation } from './occupation.ts';
import { professionStage, publishedBy, type ProfessionStage, type StageRow } from './profession-stage.ts';
import type { Stage } from '../../market/professions/stage.ts';

/** An occupation, the stage that its evidence puts it at, and that evidence. */
export interface ConvertedOccupation extends Occupation {
  stage: Stage;
  progress: ProfessionStage;
  rows: readonly StageRow[];
}

/**
 * The occupations of a filter at their stages, by SOC code: two statements, however many there are. With a date, by
 * what had been published by then.
 */
export async function readConversion(
  kysely: Kysely<Tables>,
  filter: ConversionFilter = {},
  asOf?: string | null,
): Promise<ConvertedOccupation[]> {
  const [occupations, rows] = await Promise.all([readOccupations(kysely, filter), readStageRows(kysely)]);
  const converted = atTheirStages(occupations, asOf == null ? rows : publishedBy(asOf, rows));
  const { stage: wanted } = filter;
  return wanted == null ? converted : converted.filter(({ stage }) => wanted.includes(stage));
}

/** Each occupation at the stage that its rows put it at. */
export function atTheirStages(
  occupations: readonly Occupation[],
  stageRows: readonly StageRow[],
): ConvertedOccupation[] {
  const byProfession = Map.groupBy(stageRows, ({ professionId }) => professionId);
  return occupations.map((occupation) => {
    const rows = byProfession.get(occupation.professionId) ?? [];
    const progress = professionStage(rows);
    return { ...occupation, stage: progress.stage, progress, rows };
  });
}
