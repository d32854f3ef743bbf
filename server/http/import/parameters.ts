import { editDistance } from '../../config-names.ts';
import { said } from '../../errors/said.ts';
import { reject } from '../../errors/tacit-error.ts';
import {
  fileFormats,
  type ColumnMapping,
  type DatasetOptions,
  type FileFormat,
  type ImportOptions,
} from '../../imports/import-request.ts';
import type { Fields } from './upload.ts';

/** What the fields of an upload say: the options of `npm run import`, under the same names. */
export interface ImportParameters {
  mapping: Partial<ColumnMapping>;
  dataset: Partial<DatasetOptions>;
  format?: FileFormat;
  delimiter?: string;
  encoding?: string;
  mode: 'REPLACE' | 'APPEND';
  keepGoing: boolean;
  dryRun: boolean;
  dateOrder?: ImportOptions['dateOrder'];
  decimalMark?: ImportOptions['decimalMark'];
  currencySigns?: ImportOptions['currencySigns'];
  missingValues?: readonly string[];
}

const texts = [
  ...['dataset', 'title', 'licence', 'name', 'format', 'delimiter', 'encoding', 'date-order', 'decimal-mark'],
  ...['currency-sign', 'missing'],
  ...['expert', 'project', 'sector', 'sector-all', 'profession', 'date', 'units', 'hours', 'amount', 'rate'],
  ...['currency', 'improvement', 'expert-profession', 'country', 'seniority', 'former-employer'],
];
const switches = ['open', 'protected', 'append', 'new-release', 'keep-going', 'dry-run', 'pseudonymous'];

/** Reads the fields of an upload; an unknown one is refused, with the one that was probably meant. */
export function readParameters(fields: Fields): ImportParameters {
  for (const name of Object.keys(fields)) {
    if (!texts.includes(name) && !switches.includes(name)) refuseName(name);
  }
  const text = (name: string): string | undefined => fields[name]?.trim() || undefined;
  const on = (name: string): boolean => readSwitch(name, text(name));
  const one = <T extends string>(name: string, values: readonly T[]): T | undefined => {
    const value = text(name);
    const found = values.find((known) => known.toLowerCase() === value?.toLowerCase());
    if (value !== undefined && found === undefined)
      reject('BAD_USER_INPUT', said`"${value.slice(0, 80)}" is no ${name}: ${values.join(', ')}.`);
    return found;
  };
  if (on('open') && on('protected'))
    reject('BAD_USER_INPUT', said`A dataset is open or protected, not both.`);
  if (on('append') && on('new-release'))
    reject('BAD_USER_INPUT', said`A file is appended or becomes the whole new release, not both.`);

  return defined({
    mapping: defined({
      expert: text('expert'),
      project: text('project'),
      sector: text('sector'),
      sectorAll: text('sector-all'),
      profession: text('profession'),
      date: text('date'),
      units: text('units'),
      hours: text('hours'),
      amount: text('amount'),
      rate: text('rate'),
      currency: text('currency'),
      improvement: text('improvement'),
      expertProfession: text('expert-profession'),
      country: text('country'),
      seniority: text('seniority'),
      formerEmployer: text('former-employer'),
    }),
    dataset: defined({
      slug: text('dataset'),
      title: text('title'),
      licence: text('licence'),
      protected: on('open') ? false : on('protected') ? true : undefined,
      pseudonymous: on('pseudonymous') || undefined,
    }),
    format: one('format', fileFormats),
    // A tab is no text once spaces are cut off, and is what a delimiter often is.
    delimiter: delimiterOf(fields['delimiter']),
    encoding: text('encoding'),
    mode: on('append') ? ('APPEND' as const) : ('REPLACE' as const),
    keepGoing: on('keep-going'),
    dryRun: on('dry-run'),
    dateOrder: one('date-order', ['DMY', 'MDY']),
    decimalMark: one('decimal-mark', ['POINT', 'COMMA']),
    currencySigns: signsOf(text('currency-sign')),
    missingValues: fields['missing'] ? fields['missing'].split(',').map((cell) => cell.trim()) : undefined,
  });
}

/** The mapping and the dataset of a real import, which cannot do without some of them. */
export function requireTarget({ mapping, dataset }: ImportParameters): {
  mapping: ColumnMapping;
  dataset: DatasetOptions;
} {
  const { expert } = mapping;
  const { slug } = dataset;
  if (!slug)
    reject('BAD_USER_INPUT', said`Which dataset the file goes into is missing: set "dataset" to its slug.`);
  if (!expert)
    reject('BAD_USER_INPUT', said`Which column says who did the work is missing: set "expert" to its name.`);
  return { mapping: { ...mapping, expert }, dataset: { ...dataset, slug } };
}

function readSwitch(name: string, value: string | undefined): boolean {
  switch (value?.toLowerCase()) {
    case undefined:
    case 'false':
    case '0':
    case 'off':
    case 'no':
      return false;
    case 'true':
    case '1':
    case 'on':
    case 'yes':
      return true;
    default:
      return reject('BAD_USER_INPUT', said`"${name}" is on or off: "true" or "false" would do.`);
  }
}

/** '$=USD, kr=SEK'. */
function signsOf(text: string | undefined): Record<string, string> | undefined {
  return text === undefined ? undefined : Object.fromEntries(text.split(',').map(signOf));
}

function signOf(text: string): [string, string] {
  const match = /^(\S+)\s*=\s*([A-Za-z]{3})$/.exec(text.trim());
  if (match) return [match[1]!, match[2]!.toUpperCase()];
  return reject('BAD_USER_INPUT', said`A sign and its code, as "$=USD", not "${text.trim().slice(0, 40)}".`);
}

function delimiterOf(value: string | undefined): string | undefined {
  if (!value) return undefined;
  return value === 'tab' || value === '\\t' ? '\t' : value;
}

function refuseName(name: string): never {
  const shown = name.slice(0, 40);
  const near = [...texts, ...switches].find((known) => editDistance(shown.toLowerCase(), known) <= 2);
  reject(
    'BAD_USER_INPUT',
    said`There is no parameter "${shown}"${near ? said`; did you mean "${near}"?` : said`. There are: ${[...texts, ...switches].join(', ')}.`}`,
  );
}

/** Without what is undefined: an option that is not given is not there. */
function defined<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}
