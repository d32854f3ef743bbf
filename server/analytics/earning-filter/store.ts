import type { EarningConditions } from './conditions.ts';
import { Dimension } from './dimension.ts';
import { beginsQuarter, endsQuarter } from './quarters.ts';

/** The tables that can answer, from the smallest to the one that holds everything. */
export type EarningStore = 'expert_rollup' | 'project_rollup' | 'earning';

/** What earnings are added up by, beside the expert. */
export interface Grouping {
  readonly dimension: Dimension | null;
  /** True where each project of an expert is kept apart. */
  readonly byProject?: boolean;
}

/**
 * The smallest table that can tell apart what is asked: the rollup by project knows projects (and with them platform and
 * laboratory), the rollup by expert knows sector, profession and quarter too, the facts know all of it and days.
 */
export function storeFor(
  conditions: EarningConditions,
  { dimension, byProject = false }: Grouping,
): EarningStore {
  const { sector, profession, project, platform, laboratory, from, to } = conditions;
  const cutsQuarter = (from !== null && !beginsQuarter(from)) || (to !== null && !endsQuarter(to));
  if (cutsQuarter) return 'earning';
  const dated =
    from !== null || to !== null || dimension === Dimension.QUARTER || dimension === Dimension.YEAR;
  const kinds =
    sector !== null ||
    profession !== null ||
    dimension === Dimension.SECTOR ||
    dimension === Dimension.PROFESSION;
  const projects =
    byProject ||
    project !== null ||
    platform !== null ||
    laboratory !== null ||
    dimension === Dimension.PROJECT;
  if (!projects) return 'expert_rollup';
  return dated || kinds ? 'expert_rollup' : 'project_rollup';
}
