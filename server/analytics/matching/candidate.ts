import type { Seniority } from '../../market/experts/expert.enums.ts';

/** What is known of an expert whom a project might take; null and empty are not known. */
export interface Candidate {
  readonly expertId: number;
  /** Unique in a ledger: it decides between equals. */
  readonly pseudonym: string;
  /** SOC codes: of the expert, and those that earnings were for. */
  readonly professions: readonly string[];
  readonly seniority: Seniority | null;
  readonly country: string | null;
  /** The share of the earnings that lie in the sectors asked for, 0 to 1. */
  readonly sectorShare: number | null;
  /** Money over hours, in major units of the ceiling's currency. */
  readonly rate: number | null;
  /** Improvement over hours. */
  readonly improvement: number | null;
  /** The newest quarter with work: year · 4 + quarter of the year − 1. */
  readonly lastQuarter: number | null;
}

/** What a project asks for, checked; a criterion of weight 0 does not count. */
export interface Requirements {
  readonly professions: readonly string[];
  readonly seniority: Seniority | null;
  readonly countries: readonly string[];
  /** In major units an hour. */
  readonly ceiling: number | null;
}
