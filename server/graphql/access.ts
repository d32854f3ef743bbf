import { actorOf } from '../access/actor.ts';
import type { Caller } from '../access/index.ts';
import { holds, type Scope } from '../access/scope.ts';
import { reject } from '../errors/tacit-error.ts';
import type { DatasetVersion, Versions } from './versions.ts';

/** What the caller may read beyond what is open to all. */
export interface Access {
  /** Rows of protected ledgers, and their aggregates as disclosure control lets them out. */
  mayReadLedgers: boolean;
  /** Those aggregates alone, never a row. */
  mayReadAggregates?: boolean;
  /** Everything, and changes to it. */
  mayAdminister?: boolean;
  /** Of the key; null and not there without one. */
  scope?: Scope | null;
  /** What the log of administration calls the caller. */
  actor?: string;
  /** Told of each protected dataset whose rows are read. */
  noteReading?: (slug: string) => void;
}

export const anonymous: Access = { mayReadLedgers: false };

/**
 * What pages show to whoever sits at a machine that serves nobody else: her own protected ledgers, as disclosure
 * control lets their aggregates out. A page is printed, shared and shown around, so rows ask for a key even here.
 */
export const atHome: Access = { mayReadLedgers: false, mayReadAggregates: true };

/** What a caller may read. */
export function accessOf(caller: Caller): Access {
  const { scope } = caller;
  if (scope === null) return anonymous;
  return {
    mayReadLedgers: holds(scope, 'ledger'),
    mayAdminister: holds(scope, 'admin'),
    scope,
    actor: actorOf(caller),
  };
}

/** May this caller read this dataset's rows? */
export function mayRead(access: Access, dataset: Pick<DatasetVersion, 'protected'>): boolean {
  return access.mayReadLedgers || !dataset.protected;
}

/** May this caller know of this dataset, and read its aggregates? */
export function maySee(access: Access, dataset: Pick<DatasetVersion, 'protected'>): boolean {
  return mayRead(access, dataset) || access.mayReadAggregates === true;
}

/** Stops a caller who asks by name for rows of a dataset that is protected from it. */
export function requireReadable(access: Access, dataset: Pick<DatasetVersion, 'protected' | 'slug'>): void {
  if (!mayRead(access, dataset)) refuse(dataset.slug);
  if (dataset.protected) access.noteReading?.(dataset.slug);
}

/** Stops a caller who asks by name for a dataset, or an aggregate of it, that is protected from it. */
export function requireVisible(access: Access, dataset: Pick<DatasetVersion, 'protected' | 'slug'>): void {
  if (!maySee(access, dataset)) refuse(dataset.slug);
}

function refuse(slug: string): never {
  reject('FORBIDDEN', `The dataset "${slug}" is protected: reading it needs a key with the scope "ledger".`);
}

interface Reader {
  access: Access;
  versions: Versions;
}

/**
 * The datasets that a list of rows is read from: those named, each of which must exist and be readable, or else
 * all that are readable and not retired. The one door to what a dataset holds.
 */
export async function readableDatasets(
  reader: Reader,
  slugs?: readonly string[] | null,
  retiredToo = false,
): Promise<DatasetVersion[]> {
  const datasets = await datasetsWhere(mayRead, reader, slugs, retiredToo);
  for (const dataset of datasets) if (dataset.protected) reader.access.noteReading?.(dataset.slug);
  return datasets;
}

/** The same for the datasets themselves, of which whoever may read aggregates sees more. */
export function visibleDatasets(
  reader: Reader,
  slugs?: readonly string[] | null,
  retiredToo = false,
): Promise<DatasetVersion[]> {
  return datasetsWhere(maySee, reader, slugs, retiredToo);
}

async function datasetsWhere(
  may: typeof mayRead,
  { access, versions }: Reader,
  slugs: readonly string[] | null | undefined,
  retiredToo: boolean,
): Promise<DatasetVersion[]> {
  const all = [...(await versions.all()).values()];
  if (slugs == null) return all.filter((dataset) => may(access, dataset) && (retiredToo || !dataset.retired));
  const bySlug = new Map(all.map((dataset) => [dataset.slug, dataset]));
  return slugs.map((slug) => {
    const dataset = bySlug.get(slug);
    if (dataset === undefined) reject('NOT_FOUND', `There is no dataset "${slug}".`);
    if (!may(access, dataset)) refuse(slug);
    return dataset;
  });
}
