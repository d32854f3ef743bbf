/** Why a value is not given; plain names, so that what decides can run where no schema is. */
export const SuppressionReason = {
  TOO_FEW_CONTRIBUTORS: 'TOO_FEW_CONTRIBUTORS',
  DOMINANCE: 'DOMINANCE',
  COMPLEMENTARY: 'COMPLEMENTARY',
  TOO_FEW_FOR_STATISTIC: 'TOO_FEW_FOR_STATISTIC',
  NO_DATA: 'NO_DATA',
  NOT_RECORDED: 'NOT_RECORDED',
} as const;

export type SuppressionReason = keyof typeof SuppressionReason;

/** Why a value is not given. */
export interface Suppression {
  reason: SuppressionReason;
  /** How many contributors the value would need; null where the reason is not their number. */
  threshold: number | null;
}
