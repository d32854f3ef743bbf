import { roleOfColumn, type ColumnKind, type ExportColumn } from './columns.ts';
import type { LedgerAtRelease } from './find-ledger.ts';

export interface WrittenFile {
  path: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/**
 * The datapackage.json (Frictionless version 2) of a ledger: all that its dataset says of itself, so that importing the
 * package gives the same dataset. `pseudonymous` says that its experts are pseudonyms already.
 */
export function packageDescriptor(
  ledger: LedgerAtRelease,
  columns: readonly ExportColumn[],
  sectorNames: Readonly<Record<string, { en: string; fr: string }>>,
  file: WrittenFile,
): object {
  const { slug, title, about, release, publishedAt, source, licence } = ledger;
  const licenses = licence === null ? {} : { licenses: [licenceOf(licence)] };
  const sources = source === null ? {} : { sources: [{ title: source.title, path: source.url }] };
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: slug,
    version: `${release}.0.0`,
    created: publishedAt.toISOString(),
    title: title.en,
    description: about.en,
    ...licenses,
    ...sources,
    resources: [
      {
        name: `ledger-${slug}`,
        type: 'table',
        title: title.en,
        description: about.en,
        path: file.path,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
        bytes: file.bytes,
        hash: `sha256:${file.sha256}`,
        ...licenses,
        ...sources,
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields: columns.map(fieldOf),
          missingValues: [''],
        },
        ledger: ledgerProperty(ledger, columns, sectorNames),
      },
    ],
  };
}

function ledgerProperty(
  ledger: LedgerAtRelease,
  columns: readonly ExportColumn[],
  sectorNames: Readonly<Record<string, { en: string; fr: string }>>,
): object {
  const { slug, title, about, kind, protected: isProtected, unit, allotment, measures } = ledger;
  return {
    slug,
    title,
    about,
    kind,
    protected: isProtected,
    pseudonymous: true,
    release: ledger.release,
    releaseChecksum: ledger.checksum,
    ...(unit !== null && { unit }),
    allotment,
    measures,
    citation: ledger.citation,
    licence: ledger.licence,
    ...(ledger.source !== null && { source: ledger.source.slug }),
    sectorNames,
    columns: Object.fromEntries(columns.map(({ name }) => [roleOfColumn(name), name])),
  };
}

function fieldOf({ name, kind, description }: ExportColumn): object {
  const required = name === 'expert' || name === 'units';
  return { name, type: fieldTypes[kind], description, ...(required && { constraints: { required } }) };
}

const fieldTypes: Record<ColumnKind, string> = { text: 'string', date: 'date', number: 'number' };

/** SPDX names have an address; anything else is a title. */
function licenceOf(licence: string): object {
  return /^[A-Za-z0-9][\w.+-]*$/.test(licence)
    ? { name: licence, path: `https://spdx.org/licenses/${licence}.html` }
    : { title: licence };
}
