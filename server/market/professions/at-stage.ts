import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Stage } from './stage.ts';

/** The row ids of the professions at stages. */
type AtStage = (kysely: Kysely<Tables>, stages: readonly Stage[]) => Promise<number[]>;

let found: AtStage | undefined;

/** A stage follows from evidence, and the market knows no rule: analytics, which does, says here how they are found. */
export function findStagesBy(atStage: AtStage): void {
  found = atStage;
}

/** The professions at these stages; undefined where no stage is asked for. */
export async function professionsAt(
  kysely: Kysely<Tables>,
  stages: readonly Stage[] | null | undefined,
): Promise<number[] | undefined> {
  if (stages == null) return undefined;
  if (found === undefined) throw new Error('nobody has said how stages are found');
  return found(kysely, stages);
}
