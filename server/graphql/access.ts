import { reject } from '../errors/tacit-error.ts';
import type { DatasetVersion, Versions } from './versions.ts';

/** What the caller may read beyond what is open to all. */
export interface Access {
  /** Rows and aggregates of protected ledgers. */
  mayReadLedgers: boolean;
}

export const anonymous: Access = { mayReadLedgers: false };

/** May this caller read this dataset's rows? */
export function mayRead(access: Access, dataset: Pick<DatasetVersion, 'protected'>): boolean {
  return access.mayReadLedgers || !dataset.protected;
}

/** Stops a caller who asks by name for a dataset that is protected from it. */
export function requireReadable(access: Access, dataset: Pick<DatasetVersion, 'protected' | 'slug'>): void {
  if (mayRead(access, dataset)) return;
  reject(
    'FORBIDDEN',
    `The dataset "${dataset.slug}" is protected: reading it needs a key with the scope "ledger".`,
  );
}

/**
 * The datasets that a list is read from: those named, each of which must exist and be readable, or else all
 * that are readable and not retired. The one door to what a dataset holds.
 */
export async function readableDatasets(
  { access, versions }: { access: Access; versions: Versions },
  slugs?: readonly string[] | null,
  retiredToo = false,
): Promise<DatasetVersion[]> {
  const all = [...(await versions.all()).values()];
  if (slugs == null)
    return all.filter((dataset) => mayRead(access, dataset) && (retiredToo || !dataset.retired));
  const bySlug = new Map(all.map((dataset) => [dataset.slug, dataset]));
  return slugs.map((slug) => {
    const dataset = bySlug.get(slug);
    if (dataset === undefined) reject('NOT_FOUND', `There is no dataset "${slug}".`);
    requireReadable(access, dataset);
    return dataset;
  });
}
