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
  'expertProfession',
  'country',
  'seniority',
  'formerEmployer',
] as const;
export type Role = (typeof roles)[number];

/** What a column can say of the expert rather than of the work; it is kept once an expert. */
export const backgroundRoles = [
  'expertProfession',
  'country',
  'seniority',
  'formerEmployer',
] as const satisfies readonly Role[];

/** The option of the command line that names a role's column: `--former-employer`. */
export function optionOf(role: Role): string {
  return `--${role.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export const numericRoles = [
  'units',
  'hours',
  'amount',
  'rate',
  'improvement',
] as const satisfies readonly Role[];
export type NumericRole = (typeof numericRoles)[number];
