import { allStages, type Stage } from '../../market/professions/stage.ts';

/** What a share is taken of: one occupation at its stage. */
export interface StagedOccupation {
  stage: Stage;
  /** Employees; null where the statistics give none. */
  employment: number | null;
  /** Mean wage, US dollars a year; null where the statistics give none. */
  meanAnnual: number | null;
  /** How many tasks O*NET lists; null where it lists none. */
  onetTasks: number | null;
}

export interface StageShare {
  stage: Stage;
  professions: number;
  employment: number;
  wageBill: number;
  onetTasks: number;
  /** Shares of the whole, 0 to 1; all 0 when the whole is nothing. */
  employmentShare: number;
  wageBillShare: number;
  onetTaskShare: number;
}

export interface StageTotals {
  professions: number;
  employment: number;
  wageBill: number;
  /** Occupations that are in no wage bill, because no mean annual wage or no employment is published. */
  withoutWage: number;
  /** Every stage, lowest first, also those that no occupation is at. */
  stages: StageShare[];
}

/** Employment × mean annual wage, US dollars a year; null where either is not published. */
export function wageBillOf({ employment, meanAnnual }: StagedOccupation): number | null {
  return employment === null || meanAnnual === null ? null : employment * meanAnnual;
}

/** The share of occupations, employment, wage bill and tasks at each stage. */
export function stageShares(occupations: readonly StagedOccupation[]): StageTotals {
  const total = totals(occupations);
  return {
    professions: total.professions,
    employment: total.employment,
    wageBill: total.wageBill,
    withoutWage: occupations.filter((occupation) => wageBillOf(occupation) === null).length,
    stages: allStages.map((stage) => {
      const part = totals(occupations.filter((occupation) => occupation.stage === stage));
      return {
        stage,
        ...part,
        employmentShare: share(part.employment, total.employment),
        wageBillShare: share(part.wageBill, total.wageBill),
        onetTaskShare: share(part.onetTasks, total.onetTasks),
      };
    }),
  };
}

interface Totals {
  professions: number;
  employment: number;
  wageBill: number;
  onetTasks: number;
}

function totals(occupations: readonly StagedOccupation[]): Totals {
  const sum = { professions: occupations.length, employment: 0, wageBill: 0, onetTasks: 0 };
  for (const occupation of occupations) {
    sum.employment += occupation.employment ?? 0;
    sum.wageBill += wageBillOf(occupation) ?? 0;
    sum.onetTasks += occupation.onetTasks ?? 0;
  }
  return sum;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
