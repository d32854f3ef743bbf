import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { findStagesBy } from '../../market/professions/at-stage.ts';
import { ProfessionType } from '../../market/professions/profession.type.ts';
import { readStageRows } from './conversion.sql.ts';
import { professionStage, type StageRow } from './profession-stage.ts';
import { professionsAtStage } from './professions-at-stage.ts';
import { StageDateType, StageEvidenceType } from './stage-evidence.type.ts';
import { StageNeedType } from './stage-need.type.ts';
import { stageNeeds } from './stage-needs.ts';
import { Stage } from '../../market/professions/stage.enum.ts';

findStagesBy(professionsAtStage);

/** The rows of a profession, read in one statement with those of every other profession asked about. */
async function stageRowsOf({ kysely, loaders }: Context, { rowId }: ProfessionType): Promise<StageRow[]> {
  const rows = loaders.batch('profession stage rows', async (ids: readonly number[]) => {
    const byProfession = Map.groupBy(await readStageRows(kysely, ids), ({ professionId }) => professionId);
    return ids.map((id) => byProfession.get(id) ?? []);
  });
  return rows.load(rowId);
}

@Resolver(() => ProfessionType)
export class ProfessionStageResolver {
  @FieldResolver(() => Stage, { description: 'How far its conversion into training data has come.' })
  async stage(@Ctx() context: Context, @Root() profession: ProfessionType): Promise<Stage> {
    return professionStage(await stageRowsOf(context, profession)).stage;
  }

  @FieldResolver(() => [StageDateType], {
    description: 'Every stage whose rule it meets, lowest first, and since when; none when UNTOUCHED.',
  })
  async stageSince(@Ctx() context: Context, @Root() profession: ProfessionType): Promise<StageDateType[]> {
    const { steps } = professionStage(await stageRowsOf(context, profession));
    return steps.map(({ stage, date }) => Object.assign(new StageDateType(), { stage, date }));
  }

  @FieldResolver(() => [StageNeedType], {
    description:
      'What each stage whose rule it does not meet yet would need, lowest first; none when CONTESTED.',
  })
  async stageNeeds(@Ctx() context: Context, @Root() profession: ProfessionType): Promise<StageNeedType[]> {
    return stageNeeds(professionStage(await stageRowsOf(context, profession)));
  }

  @FieldResolver(() => StageEvidenceType, { description: 'The published rows that put it at its stage.' })
  async stageEvidence(
    @Ctx() context: Context,
    @Root() profession: ProfessionType,
  ): Promise<StageEvidenceType> {
    const rows = await stageRowsOf(context, profession);
    return StageEvidenceType.of(professionStage(rows).stage, rows);
  }
}
