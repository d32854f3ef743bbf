/** What the earnings of a cell have in common: nothing, or their sector, profession, project, quarter or year. */
export const cellDimensions = ['ALL', 'SECTOR', 'PROFESSION', 'PROJECT', 'QUARTER', 'YEAR'] as const;
export type CellDimension = (typeof cellDimensions)[number];

/** Where rollups keep a measure; money in minor units. */
export const cellMeasures = {
  AMOUNT: 'amount_minor',
  HOURS: 'hours',
  UNITS: 'units',
  IMPROVEMENT: 'improvement',
} as const;
export type CellMeasure = keyof typeof cellMeasures;

/** One way of parting a ledger, as the rollup that tells its parts has it. */
export interface Parting {
  readonly dimension: CellDimension;
  readonly rollup: 'expert_rollup' | 'project_rollup';
  /** SQL of the part's key; 0 stands for unknown and undated. */
  readonly key: string;
  /** The column that its rows lie in the order of. */
  readonly lead: 'expert_id' | 'project_id';
  /** Whether everybody's total is kept, also of parts of many: what rankings and comparisons read. */
  readonly ranked: boolean;
}

const byExpert = { rollup: 'expert_rollup', lead: 'expert_id' } as const;

export const byProject: Parting = {
  dimension: 'PROJECT',
  rollup: 'project_rollup',
  key: 'project_id',
  lead: 'project_id',
  ranked: true,
};

/** In the order in which they are made. */
export const partings: readonly Parting[] = [
  { dimension: 'ALL', key: '0', ranked: true, ...byExpert },
  { dimension: 'SECTOR', key: 'sector_id', ranked: true, ...byExpert },
  { dimension: 'PROFESSION', key: 'profession_id', ranked: true, ...byExpert },
  { dimension: 'YEAR', key: 'quarter / 4', ranked: false, ...byExpert },
  { dimension: 'QUARTER', key: 'quarter', ranked: false, ...byExpert },
  byProject,
];
