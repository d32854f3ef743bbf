import { said } from '../errors/said.ts';
import { reject } from '../errors/tacit-error.ts';
import { ImportWarning } from './import-report.ts';
import type { ImportOptions, InputFile } from './import-request.ts';
import { checkSample } from './mapping/check-sample.ts';
import { learnStyles, type Styles } from './mapping/learn-styles.ts';
import { personalKind } from './mapping/personal-columns.ts';
import { backgroundRoles, optionOf } from './mapping/roles.ts';
import { resolveMapping, type ResolvedMapping } from './mapping/resolve-mapping.ts';
import { openTable, type OpenedTable } from './readers/open-table.ts';

/** A file that is open, mapped, and found to be readable that way. */
export interface OpenedSource {
  file: InputFile;
  table: OpenedTable;
  mapping: ResolvedMapping;
  styles: Styles;
  warnings: ImportWarning[];
  /** Of the file, where it was known before the file was read. */
  sha256?: string;
}

/** Opens the files into `sources`, which the caller closes; throws a coded error before anything is loaded. */
export async function openSources(
  files: readonly InputFile[],
  options: ImportOptions,
  sources: OpenedSource[],
): Promise<void> {
  if (files.length === 0) reject('BAD_USER_INPUT', said`Name the file to import, or - for standard input.`);
  for (const file of files) {
    const table = await openTable(file, options.limits);
    const source: OpenedSource = { file, table, warnings: [], ...unread };
    sources.push(source);
    if (table.sample.length === 0)
      reject('BAD_USER_INPUT', said`${file.name} has no rows beneath its header.`);
    source.mapping = resolveMapping(options.mapping, table.columns, file.name);
    source.warnings = personalWarnings(table, source.mapping);
    source.styles = await learnStyles(table, file, source.mapping, options, options.limits);
    checkSample(table, source, options, file);
  }
}

const unread = {
  mapping: { columns: { expert: '' }, currency: null, sectorAll: null },
  styles: { dateOrder: null, numbers: {} },
};

/** Warns where people are known by their addresses or names; refuses to store either in any other place. */
export function personalWarnings(
  { columns, sample }: Pick<OpenedTable, 'columns' | 'sample'>,
  mapping: ResolvedMapping,
): ImportWarning[] {
  const kindOf = (column: string) => {
    const index = columns.indexOf(column);
    return personalKind(
      column,
      sample.map(({ cells }) => cells[index] ?? null),
    );
  };
  for (const role of ['project', 'sector', 'profession', ...backgroundRoles] as const) {
    const column = mapping.columns[role];
    if (column === undefined) continue;
    const kind = kindOf(column);
    // A project may well be called by its "name"; an author may not.
    if (
      kind === 'EMAIL' ||
      (kind === 'NAME' && column !== mapping.columns.expert && !/^name$|^nom$/i.test(column.trim()))
    ) {
      reject(
        'BAD_USER_INPUT',
        said`Column "${column}" (${optionOf(role)}) holds people's ${kind === 'EMAIL' ? said`e-mail addresses` : said`names`}, which are never stored. Map it as --expert, where it is hashed, or leave it out.`,
        { option: optionOf(role), column },
      );
    }
  }
  const { expert } = mapping.columns;
  const kind = kindOf(expert);
  if (kind === null) return [];
  const what = kind === 'EMAIL' ? said`e-mail addresses` : said`names`;
  return [
    new ImportWarning(
      `${kind}_AS_EXPERT`,
      said`Column "${expert}" seems to hold people's ${what}. They are replaced by keyed hashes before anything is stored; an id that names nobody is better still.`,
      expert,
    ),
  ];
}
