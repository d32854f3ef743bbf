import { parseArgs, type ParseArgsConfig } from 'node:util';
import { editDistance } from '../config-names.ts';
import { reject } from '../errors/tacit-error.ts';
import {
  fileFormats,
  type ColumnMapping,
  type ImportOptions,
  type InputFile,
} from '../imports/import-request.ts';

export const importHelp = `A file of who was paid what becomes a release of a dataset, on this machine.

  npm run import -- FILE… --dataset SLUG --expert COLUMN [options]
  npm run import -- path/to/datapackage.json [--resource NAME] [options]

  FILE is CSV, TSV, semicolons, JSON, JSON Lines or Parquet, each also as .gz; - is standard input. Several files become
  one release. A Frictionless Data Package (v1 or v2) says by itself what its ledgers are, or is mapped by the options.

The dataset
  --dataset SLUG        lower-case letters, digits, hyphens; a new one is made
  --title T --licence L how it is called, and under what licence it may be used
  --open | --protected  already public, or guarded by disclosure control (a new dataset: --protected)
  --new-release         the file is the whole ledger: rows that it no longer holds are reversed (unless told otherwise)
  --append              the file is an addition: what is new is added, nothing reversed, rows known already count once

Columns, by their names in the header; in JSON by path, as author.id. Without --expert a mapping is suggested
  --expert COL          who did the work: replaced by a keyed hash before anything is stored
  --project COL         --sector COL | --sector-all NAME       --profession COL (2018 SOC code or title)
  --date COL            ISO, D/M/Y, M/D/Y, month names, months and quarters; --date-order DMY|MDY where they do not tell
  --units COL           without one, each row is one unit
  --hours COL           --improvement COL
  --amount COL          --currency CUR|COL: one code for all rows, or the column that says it
  --rate COL            an hourly rate in place of an amount: rate × hours, or one hour's
  --country COL         of the expert, ISO 3166 or by name; --seniority COL   --former-employer COL   --expert-profession COL
  --pseudonymous        the ids are pseudonyms already, as in an export: they stay as they are

How the file is written, where it does not show
  --format ${fileFormats.join('|')}   --delimiter C   --encoding E
  --decimal point|comma   --currency-sign '$=USD' (several times)   --missing TEXT (several times)

What to do
  --keep-going          load the good rows although others are bad
  --dry-run             everything, and then keep nothing
  --report PATH         a folder for the report and the bad rows (unless told otherwise, in DATA_DIR/imports)
  --json                the report as JSON

Exit code 0: every row kept. 2: some rejected; none was loaded, or with --keep-going the others. 1: failed, nothing changed.
Works beside a running server and alone. A killed import leaves what was there before.
`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const options = {
  dataset: text,
  title: text,
  licence: text,
  license: text,
  resource: text,
  open: flag,
  protected: flag,
  append: flag,
  'new-release': flag,
  expert: text,
  project: text,
  sector: text,
  'sector-all': text,
  profession: text,
  date: text,
  units: text,
  hours: text,
  amount: text,
  rate: text,
  currency: text,
  improvement: text,
  'expert-profession': text,
  country: text,
  seniority: text,
  'former-employer': text,
  pseudonymous: flag,
  format: text,
  delimiter: text,
  encoding: text,
  'date-order': text,
  decimal: text,
  'currency-sign': texts,
  missing: texts,
  'keep-going': flag,
  'dry-run': flag,
  report: text,
  json: flag,
} as const satisfies ParseArgsConfig['options'];

/** What a command line asks for, as far as it goes. */
export interface AskedImport {
  files: string[];
  resource: string | undefined;
  mapping: Partial<ColumnMapping>;
  dataset: { slug?: string; title?: string; licence?: string; protected?: boolean; pseudonymous?: boolean };
  reading: Pick<InputFile, 'format' | 'delimiter' | 'encoding' | 'missingValues'>;
  options: Pick<
    ImportOptions,
    'mode' | 'dateOrder' | 'decimalMark' | 'currencySigns' | 'keepGoing' | 'dryRun'
  >;
  reportFolder: string | undefined;
  json: boolean;
}

/** Reads the command line; throws BAD_USER_INPUT for what makes no sense, with what would. */
export function readImportArguments(argv: readonly string[]): AskedImport {
  for (const argument of argv)
    if (argument === '--') break;
    else demandKnown(argument);
  const { values, positionals: files } = parseArgs({ args: [...argv], options, allowPositionals: true });
  if (files.length === 0) reject('BAD_USER_INPUT', 'Name the file to import, or - for standard input.');
  if (files.filter((file) => file === '-').length > 1)
    reject('BAD_USER_INPUT', 'Standard input can be read once.');
  exclude(values, 'open', 'protected');
  exclude(values, 'append', 'new-release');
  const { expert, project, sector, profession, date, units, hours, amount, rate, currency, improvement } =
    values;
  const {
    country,
    seniority,
    'former-employer': formerEmployer,
    'expert-profession': expertProfession,
  } = values;
  return {
    files,
    resource: values.resource,
    mapping: defined({
      ...{ expert, project, sector, sectorAll: values['sector-all'], profession, date, units, hours },
      ...{ amount, rate, currency, improvement, expertProfession, country, seniority, formerEmployer },
    }),
    dataset: defined({
      slug: values.dataset,
      title: values.title,
      licence: values.licence ?? values.license,
      protected: values.open ? false : values.protected,
      pseudonymous: values.pseudonymous,
    }),
    reading: defined({
      format: oneOf('format', values.format, fileFormats, { tsv: 'csv', ndjson: 'jsonl' }),
      delimiter: delimiterOf(values.delimiter),
      encoding: values.encoding,
      missingValues: values.missing,
    }),
    options: defined({
      mode: values.append ? ('APPEND' as const) : ('REPLACE' as const),
      dateOrder: oneOf('date-order', values['date-order']?.toUpperCase(), ['DMY', 'MDY'], {
        'D/M/Y': 'DMY',
        'M/D/Y': 'MDY',
      }),
      decimalMark: oneOf('decimal', values.decimal?.toUpperCase(), ['POINT', 'COMMA'], {
        '.': 'POINT',
        ',': 'COMMA',
      }),
      currencySigns: signsOf(values['currency-sign']),
      keepGoing: values['keep-going'],
      dryRun: values['dry-run'],
    }),
    reportFolder: values.report,
    json: values.json ?? false,
  };
}

function demandKnown(argument: string): void {
  const name = /^--([^=]+)/.exec(argument)?.[1];
  if (name === undefined || name in options || name === 'help') return;
  const near = Object.keys(options).find((known) => editDistance(known, name) <= 2);
  reject(
    'BAD_USER_INPUT',
    `There is no option --${name}${near ? `; did you mean --${near}?` : '; --help lists them.'}`,
  );
}

function exclude(values: Record<string, unknown>, one: string, other: string): void {
  if (values[one] && values[other])
    reject('BAD_USER_INPUT', `--${one} and --${other} say opposite things: name one.`);
}

function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
  aliases: Readonly<Record<string, T>> = {},
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((known) => known === value) ?? aliases[value];
  return (
    found ??
    reject('BAD_USER_INPUT', `--${option} is one of ${allowed.join(', ').toLowerCase()}, not "${value}".`)
  );
}

function delimiterOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const delimiter = value === '\\t' || value.toLowerCase() === 'tab' ? '\t' : value;
  if ([...delimiter].length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  return reject('BAD_USER_INPUT', `--delimiter is one character (or tab), not "${value}".`);
}

function signsOf(values: readonly string[] | undefined): Record<string, string> | undefined {
  return values && Object.fromEntries(values.map(signOf));
}

function signOf(value: string): [string, string] {
  const match = /^(.+)=([A-Za-z]{3})$/.exec(value);
  if (match) return [match[1]!, match[2]!.toUpperCase()];
  return reject('BAD_USER_INPUT', `--currency-sign names a sign and its code, as '$=USD', not "${value}".`);
}

/** Without what is undefined: an option that is not given is not there. */
function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
