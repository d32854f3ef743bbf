import type { Generated } from 'kysely';

/** What is said of one part of a ledger in one measure, from a version on (server/cells). */
interface Cell {
  id: Generated<number>;
  dataset_id: number;
  dimension: 'ALL' | 'SECTOR' | 'PROFESSION' | 'PROJECT' | 'QUARTER' | 'YEAR';
  measure: string;
  /** The part: a row id, quarter or year; 0 for the whole, for unknown and undated. */
  group_key: number;
  currency: string;
  version: number;
  contributors: number;
  excluded: number;
  other_currencies: number;
  total: number;
  largest: number;
  second: number;
  gini: number | null;
  gini_corrected: number | null;
  theil: number | null;
  hhi: number | null;
  p90p10: number | null;
  half_share: number | null;
  /** Doubles: of few contributors all totals, of more the curve on a grid. */
  curve: Buffer | null;
  /** Doubles: the ends of the intervals on the same grid. */
  bands: Buffer | null;
}

/** A thousand of the contributors of a cell, by rank. */
interface CellRanking {
  cell_id: number;
  chunk: number;
  /** What those before them hold. */
  held: number;
  largest: number;
  lowest: number;
  experts: Buffer;
  totals: Buffer;
}

/** What is said of the hourly rates of a ledger or of one of its projects, from a version on (server/cells). */
interface RateCell {
  dataset_id: number;
  dimension: 'ALL' | 'PROJECT';
  group_key: number;
  currency: string;
  version: number;
  rows: number;
  engagements: number;
  contributors: number;
  left_out: number;
  mean: number | null;
  total: number;
  largest: number;
  second: number;
  quantiles: Buffer | null;
}

/** The versions that have cells, and of which measures; RATE stands for hourly rates. */
interface CellBuild {
  dataset_id: number;
  version: number;
  /** Of the dataset when they were made. */
  alterations: number;
  measures: string[];
  made_at: Generated<Date>;
  /** Professions (row ids), countries and seniorities of its contributors; null until they are noted. */
  people: unknown;
}

/** Facts of one release, quarter and currency by day, in columns of one measure (server/cells/days). */
interface DayColumn {
  dataset_id: number;
  measure: string;
  version: number;
  quarter: number;
  slice: number;
  currency: string;
  first_expert: number;
  last_expert: number;
  experts: Buffer;
  projects: Buffer;
  sectors: Buffer;
  professions: Buffer;
  sizes: Buffer;
  days: Buffer;
  values: Buffer;
}

/** The versions and measures whose days are written, and how. */
interface DayBuild {
  dataset_id: number;
  measure: string;
  version: number;
  divisor: number;
  wide: boolean;
  magnitude: number;
  plain: boolean;
}

/** What was computed when a release was published (server/cells). */
export interface CellTables {
  day_column: DayColumn;
  day_build: DayBuild;
  cell: Cell;
  cell_ranking: CellRanking;
  rate_cell: RateCell;
  cell_build: CellBuild;
}
