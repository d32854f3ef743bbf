/** One ledger row as it enters staging: text that names things, numbers that count them. */
export interface StagedEarning {
  line: number;
  expert: string;
  project: string | null;
  sector: string | null;
  /** 2018 SOC code. */
  profession: string | null;
  /** First day of the period known, 'YYYY-MM-DD'; null where the ledger has no dates. */
  period: string | null;
  units: string;
  hours: string | null;
  amountMinor: bigint | null;
  currency: string | null;
  improvement: string | null;
}

/** The period of rows without a date; their quarter is 0. */
export const undatedPeriod = '0001-01-01';

/** year × 4 + quarter − 1, so that quarters follow each other and fit a smallint; 0 for undated. */
export function quarterOf(period: string | null): number {
  if (period === null) return 0;
  const year = Number(period.slice(0, 4));
  const month = Number(period.slice(5, 7));
  return year * 4 + Math.floor((month - 1) / 3);
}
