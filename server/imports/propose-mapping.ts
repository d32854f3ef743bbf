import { said } from '../errors/said.ts';
import { ImportWarning } from './import-report.ts';
import type { ColumnMapping, ImportOptions, InputFile } from './import-request.ts';
import { readSampleRows } from './mapping/check-sample.ts';
import { nameScore, normaliseName } from './mapping/column-names.ts';
import { looksLikeIds, profileColumn, valueFits, type ColumnProfile } from './mapping/column-profile.ts';
import { stylesOf } from './mapping/learn-styles.ts';
import { personalKind } from './mapping/personal-columns.ts';
import { resolveMapping } from './mapping/resolve-mapping.ts';
import { roles, type Role } from './mapping/roles.ts';
import { openTable } from './readers/open-table.ts';
import type { SourceRow } from './readers/table.ts';
import type { Rejection } from './rejection.ts';
import { currenciesOf, isCurrencyCode } from './values/currency-signs.ts';
import { dateOrder, noDateEvidence, weighDate, type DateOrder } from './values/date-order.ts';

/** The first rows of a file, for a person to look at. */
export interface Sample {
  format: string;
  encoding: string | null;
  delimiter: string | null;
  /** LINE: rows are known by their line in the file; RECORD: by their number. */
  position: 'LINE' | 'RECORD';
  columns: string[];
  rows: SourceRow[];
}

export interface Proposal {
  /** The column that seems to say it; absent where none does. */
  columns: Partial<Record<Role, string>>;
  /** A code that the amounts' signs or the column's name tell, where no column does. */
  currency: string | null;
  /** AMBIGUOUS: whoever imports must say; null: the dates tell by themselves, or there are none. */
  dateOrder: DateOrder | 'AMBIGUOUS' | null;
  warnings: ImportWarning[];
}

/** Reads the first rows of a file; of a stream they are used up. */
export async function readSample(file: InputFile, rows = 100): Promise<Sample> {
  const table = await openTable(file);
  try {
    const { format, encoding, delimiter, position, columns, sample } = table;
    const missing = new Set(file.missingValues ?? []);
    const first = sample.slice(0, rows).map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (typeof cell === 'string' && missing.has(cell.trim()) ? null : cell)),
    }));
    return { format, encoding, delimiter, position, columns: [...columns], rows: first };
  } finally {
    await table.close();
  }
}

/** Says which column is what, from names (English, French, platforms' own) and from values. */
export function proposeMapping({ columns, rows }: Pick<Sample, 'columns' | 'rows'>): Proposal {
  const profiles = columns.map((column, index) =>
    profileColumn(
      column,
      rows.filter(({ fault }) => !fault).map(({ cells }) => cells[index] ?? null),
    ),
  );
  const proposed = assign(profiles);
  if (proposed.expert === undefined) {
    const ids = profiles.find(
      (profile) => looksLikeIds(profile) && !Object.values(proposed).includes(profile.column),
    );
    if (ids) proposed.expert = ids.column;
  }
  if (proposed.amount !== undefined) delete proposed.rate;
  const ordered = roles.flatMap((role) =>
    proposed[role] === undefined ? [] : [[role, proposed[role]] as const],
  );
  const money = profiles.find(({ column }) => column === (proposed.amount ?? proposed.rate));
  return {
    columns: Object.fromEntries(ordered),
    currency: proposed.currency === undefined && money ? currencyOf(money) : null,
    dateOrder: orderOf(profiles.find(({ column }) => column === proposed.date)),
    warnings: warningsOf(profiles.find(({ column }) => column === proposed.expert)),
  };
}

/** What reading the sample by a mapping would keep and reject. */
export function previewSample(
  { columns, rows, delimiter }: Pick<Sample, 'columns' | 'rows' | 'delimiter'>,
  mapping: ColumnMapping,
  options: Pick<ImportOptions, 'dateOrder' | 'decimalMark' | 'currencySigns'> &
    Pick<InputFile, 'missingValues'> = {},
): { kept: number; rejections: Rejection[] } {
  const resolved = resolveMapping(mapping, columns, 'The file');
  const styles = stylesOf({ rows, columns, delimiter }, resolved, options);
  return readSampleRows({ columns, sample: rows }, resolved, styles, options);
}

/** Each column says one thing: the best pair of name and role first, as long as the values fit. */
function assign(profiles: readonly ColumnProfile[]): Partial<Record<Role, string>> {
  const pairs = roles
    .flatMap((role) => profiles.map((profile) => ({ role, profile, score: nameScore(profile.column, role) })))
    .filter(({ role, profile, score }) => score > 0 && valueFits(profile, role))
    .sort((one, other) => other.score - one.score);
  const proposed: Partial<Record<Role, string>> = {};
  for (const { role, profile } of pairs) {
    if (proposed[role] === undefined && !Object.values(proposed).includes(profile.column)) {
      proposed[role] = profile.column;
    }
  }
  return proposed;
}

function currencyOf({ column, signs }: ColumnProfile): string | null {
  const code = normaliseName(column).toUpperCase().split(' ').find(isCurrencyCode);
  if (code !== undefined) return code;
  if (/\beuros?\b/.test(normaliseName(column))) return 'EUR';
  const told = new Set(signs.map((sign) => currenciesOf(sign).join(' ')));
  const [only] = told;
  return told.size === 1 && only !== undefined && isCurrencyCode(only) ? only : null;
}

function orderOf(profile: ColumnProfile | undefined): Proposal['dateOrder'] {
  const evidence = noDateEvidence();
  for (const text of profile?.texts ?? []) weighDate(text, evidence);
  return dateOrder(evidence);
}

function warningsOf(expert: ColumnProfile | undefined): ImportWarning[] {
  if (!expert) return [];
  const kind = personalKind(expert.column, expert.texts);
  if (kind === null) return [];
  const what = kind === 'EMAIL' ? said`e-mail addresses` : said`names`;
  return [
    new ImportWarning(
      `${kind}_AS_EXPERT`,
      said`Column "${expert.column}" seems to hold people's ${what}. They are replaced by keyed hashes before anything is stored.`,
      expert.column,
    ),
  ];
}
