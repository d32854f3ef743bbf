/** What a column of a ledger can say. */
export const roles = [
  'expert',
  'project',
  'sector',
  'profession',
  'date',
  'units',
  'hours',
  'amount',
  'rate',
  'currency',
  'improvement',
] as const;
export type Role = (typeof roles)[number];

export const numericRoles = [
  'units',
  'hours',
  'amount',
  'rate',
  'improvement',
] as const satisfies readonly Role[];
export type NumericRole = (typeof numericRoles)[number];
