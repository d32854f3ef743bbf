/** Where a dataset stands: what is read of it depends on nothing else. */
export interface Standing {
  id: number;
  slug: string;
  version: number;
  /** How often somebody was erased from it. */
  alterations: number;
  retired: boolean;
}

/**
 * Whether one copy has all that another was seen to have. Facts, names and versions of a release are written in one
 * transaction, and transactions reach a replica whole and in order: whoever has the version has the release.
 */
export function reaches(copy: readonly Standing[], wanted: readonly Standing[]): boolean {
  const there = new Map(copy.map((dataset) => [dataset.id, dataset]));
  return wanted.every(({ id, slug, version, alterations, retired }) => {
    const own = there.get(id);
    return (
      own !== undefined &&
      own.slug === slug &&
      own.version >= version &&
      own.alterations >= alterations &&
      own.retired === retired
    );
  });
}
