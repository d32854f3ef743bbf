import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { reject } from '../errors/tacit-error.ts';

/** Who asks: a key's scope, or the owner of this machine at its command line, who may read all that is on it. */
export interface ExportAccess {
  mayReadLedgers: boolean;
}

export interface ExportQuestion {
  slug: string;
  /** The newest where it is not given. */
  release?: number | undefined;
  access: ExportAccess;
}

type DatasetRow = Tables['dataset'];

/** A ledger as it stood at a release: what is said of it, and where its rows are. */
export interface LedgerAtRelease {
  datasetId: number;
  slug: string;
  kind: DatasetRow['kind'];
  title: { en: string; fr: string };
  about: { en: string; fr: string };
  unit: { en: string; fr: string } | null;
  allotment: DatasetRow['allotment'];
  protected: boolean;
  measures: string[];
  licence: string | null;
  citation: string | null;
  source: { slug: string; title: string; url: string } | null;
  release: number;
  publishedAt: Date;
  checksum: string;
  /** Row ids of the releases up to that one. */
  releaseIds: number[];
  /** True where one of them reversed rows, so that what it holds has to be netted. */
  reversed: boolean;
}

/**
 * The ledger that an export asks for; throws NOT_FOUND, FORBIDDEN, UNKNOWN_RELEASE, or BAD_USER_INPUT where the dataset
 * is no ledger. Asked before the first byte, so that a refusal is never half a file.
 */
export async function findLedger(
  { kysely }: Pick<Database, 'kysely'>,
  { slug, release, access }: ExportQuestion,
): Promise<LedgerAtRelease> {
  const dataset = await kysely
    .selectFrom('dataset')
    .leftJoin('source', 'source.id', 'dataset.source_id')
    .selectAll('dataset')
    .select(['source.slug as source_slug', 'source.title as source_title', 'source.url as source_url'])
    .where('dataset.slug', '=', slug)
    .executeTakeFirst();
  if (dataset === undefined) reject('NOT_FOUND', `There is no dataset "${slug}".`);
  if (dataset.protected && !access.mayReadLedgers) {
    reject('FORBIDDEN', `The dataset "${slug}" is protected: its rows need a key with the scope "ledger".`);
  }
  if (dataset.kind === 'PUBLISHED') {
    reject(
      'BAD_USER_INPUT',
      `"${slug}" holds published facts, not a ledger; they are a data package in seeds/.`,
    );
  }
  const number = release ?? dataset.version;
  if (!Number.isInteger(number) || number < 1 || number > dataset.version) {
    const known = ['it has none yet', 'it has release 1'][dataset.version];
    reject(
      'UNKNOWN_RELEASE',
      release === undefined
        ? `The dataset "${slug}" has no release yet.`
        : `The dataset "${slug}" has no release ${release}: ${known ?? `it has releases 1 to ${dataset.version}`}.`,
    );
  }
  const releases = await kysely
    .selectFrom('release')
    .selectAll()
    .where('dataset_id', '=', dataset.id)
    .where('number', '<=', number)
    .orderBy('number')
    .execute();
  const newest = releases.at(-1)!;
  const { source_slug: source, source_title: title, source_url: url } = dataset;
  return {
    datasetId: dataset.id,
    slug,
    kind: dataset.kind,
    title: { en: dataset.title_en, fr: dataset.title_fr },
    about: { en: dataset.about_en, fr: dataset.about_fr },
    unit: unitOf(dataset),
    allotment: dataset.allotment,
    protected: dataset.protected,
    measures: dataset.measures,
    licence: dataset.licence,
    citation: dataset.citation,
    source: source === null || title === null || url === null ? null : { slug: source, title, url },
    release: number,
    publishedAt: newest.published_at,
    checksum: newest.checksum,
    releaseIds: releases.map(({ id }) => id),
    reversed: releases.some(({ rows_reversed }) => rows_reversed > 0),
  };
}

/** What a unit is called, where the dataset has a word for it. */
function unitOf({
  unit_en: en,
  unit_fr: fr,
}: Pick<DatasetRow, 'unit_en' | 'unit_fr'>): LedgerAtRelease['unit'] {
  return en === null && fr === null ? null : { en: en ?? fr ?? '', fr: fr ?? en ?? '' };
}
