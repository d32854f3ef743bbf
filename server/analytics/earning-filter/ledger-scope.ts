import { reject } from '../../errors/tacit-error.ts';
import { requireVisible } from '../../graphql/access.ts';
import type { Context } from '../../graphql/context.ts';
import type { Versions } from '../../graphql/versions.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import { conditionsOf, type EarningConditions } from './conditions.ts';
import type { LedgerAtRelease } from './matching.ts';

/** A question to one dataset, checked: which of its earnings, as they stood when. */
export interface LedgerScope {
  readonly dataset: DatasetType;
  readonly ledger: LedgerAtRelease;
  /** How often somebody was erased from it: the one way in which a release changes. */
  readonly alterations: number;
  /** The number of the release asked for; null for the newest. */
  readonly release: number | null;
  readonly conditions: EarningConditions;
  /** False when the filter names other datasets: then nothing matches. */
  readonly named: boolean;
}

/** Checks a question to a dataset: that the caller may read it, that the release exists, that the filter makes sense. */
export async function ledgerScope(
  { access, versions }: Context,
  dataset: DatasetType,
  filter?: EarningFilter | null,
  release?: number | null,
): Promise<LedgerScope> {
  requireVisible(access, dataset);
  const newest = await versions.of(dataset.rowId);
  if (release != null && !(release >= 1 && release <= newest)) {
    const known = ['it has none yet', 'it has release 1'][newest] ?? `it has releases 1 to ${newest}`;
    reject('UNKNOWN_RELEASE', `The dataset "${dataset.slug}" has no release ${release}: ${known}.`);
  }
  return {
    dataset,
    ledger: await ledgerAt(versions, dataset.rowId, release ?? null),
    alterations: (await versions.all()).get(dataset.rowId)?.alterations ?? 0,
    release: release ?? null,
    conditions: conditionsOf(filter),
    named: filter?.dataset?.includes(dataset.slug) ?? true,
  };
}

/** The dataset as it stood at that release, or at its newest. */
export async function ledgerAt(
  versions: Versions,
  datasetId: number,
  release: number | null,
): Promise<LedgerAtRelease> {
  const dataset = (await versions.all()).get(datasetId);
  const version = release ?? dataset?.version ?? 0;
  // Releases are numbered from 1 without gaps and made one after another, so their row ids are in that order too.
  const releaseIds = [...(dataset?.releaseIds ?? [])].sort((a, b) => a - b).slice(0, version);
  return { datasetId, version, releaseIds };
}

/** BAD_USER_INPUT when the ledger does not record the measure. */
export function requireMeasure({ slug, measures }: DatasetType, measure: Measure): void {
  if (measures.includes(measure)) return;
  const has = measures.length === 0 ? 'nothing: it is not a ledger' : measures.join(', ');
  reject('BAD_USER_INPUT', `The dataset "${slug}" does not record ${measure}; it records ${has}.`, {
    measures,
  });
}
