/** What a column holds: text is guarded in CSV and quoted in JSON, numbers are neither. */
export type ColumnKind = 'text' | 'date' | 'number';

export interface ExportColumn {
  name: string;
  kind: ColumnKind;
  /** For the data package. */
  description: string;
}

/** The columns of every export, in their order; the importer's proposal of a mapping knows them by name. */
export const exportColumns: readonly ExportColumn[] = [
  { name: 'expert', kind: 'text', description: 'Pseudonym, meaningless outside this ledger' },
  { name: 'project', kind: 'text', description: 'The project' },
  { name: 'sector', kind: 'text', description: 'The kind of work' },
  { name: 'profession', kind: 'text', description: '2018 SOC code that the work called for' },
  { name: 'date', kind: 'date', description: 'First day known of the work; empty where the ledger has none' },
  { name: 'units', kind: 'number', description: 'Accepted pieces of work' },
  { name: 'hours', kind: 'number', description: 'Hours worked' },
  { name: 'amount', kind: 'number', description: 'Money earned, in major units of the currency' },
  { name: 'currency', kind: 'text', description: 'ISO 4217 code' },
  {
    name: 'improvement',
    kind: 'number',
    description: 'The project’s own score of how much the work improved a model',
  },
  { name: 'expert_profession', kind: 'text', description: '2018 SOC code of the expert’s own profession' },
  { name: 'country', kind: 'text', description: 'ISO 3166 code of the expert’s country' },
  { name: 'seniority', kind: 'text', description: 'JUNIOR, MID, SENIOR or PRINCIPAL' },
  {
    name: 'former_employer',
    kind: 'text',
    description: 'The kind of employer where the expert learnt the profession',
  },
];

/** Columns that stand in an export only where the ledger knows them of some expert, by the columns of its experts. */
export const backgroundColumns = {
  expert_profession: 'profession_id',
  country: 'country',
  seniority: 'seniority',
  former_employer: 'former_employer',
} as const;

export type BackgroundColumn = keyof typeof backgroundColumns;

/** What the importer calls a column. */
export function roleOfColumn(name: string): string {
  return name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
