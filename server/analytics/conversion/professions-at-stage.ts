import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { Stage } from '../../market/professions/stage.ts';
import { readStageRows } from './conversion.sql.ts';
import { professionStage } from './profession-stage.ts';

/** The row ids of the professions at these stages; those without any evidence are at the first. */
export async function professionsAtStage(
  kysely: Kysely<Tables>,
  stages: readonly Stage[],
): Promise<number[]> {
  const rows = await readStageRows(kysely);
  const staged = Map.groupBy(rows, ({ professionId }) => professionId);
  const at = [...staged].filter(([, own]) => stages.includes(professionStage(own).stage)).map(([id]) => id);
  if (!stages.includes(Stage.UNTOUCHED)) return at;
  const all = await kysely.selectFrom('profession').select('id').execute();
  return [...at, ...all.map(({ id }) => id).filter((id) => !staged.has(id))];
}
