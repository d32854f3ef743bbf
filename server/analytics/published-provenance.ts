import type { Context } from '../graphql/context.ts';
import { DatasetKind } from '../market/datasets/dataset.enums.ts';
import { ProvenanceType } from './provenance/provenance.type.ts';

/** The slug of the published facts' dataset. */
export const publicRecord = 'public-record';

/** The provenance of a number that follows from published facts: the public record's release, and its sources. */
export async function publishedProvenance(
  { versions }: Pick<Context, 'versions'>,
  { method, n, sourceIds }: { method: string; n: number; sourceIds: readonly number[] },
): Promise<ProvenanceType> {
  const dataset = [...(await versions.all()).values()].find(({ slug }) => slug === publicRecord);
  // Releases are made one after another, so the newest has the highest row id.
  const released = dataset !== undefined && dataset.version > 0;
  return ProvenanceType.of({
    kind: DatasetKind.PUBLISHED,
    method,
    n,
    datasetId: dataset?.id,
    ...(released && { release: dataset.version, releaseId: Math.max(...dataset.releaseIds) }),
    sourceIds: [...new Set(sourceIds)],
  });
}
