import type { Context } from '../../graphql/context.ts';
import { DatasetKind } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import { concentrationOf } from '../concentration/index.ts';
import { claimedFractions, type LedgerShares } from './top-contributors.ts';

/**
 * The top shares of every open ledger by its first measure: public ones only, whoever asks, so that the verdict is the
 * same for all; nothing simulated, nothing withdrawn.
 */
export async function readLedgerShares(context: Context): Promise<LedgerShares[]> {
  const versions = [...(await context.versions.all()).values()];
  const open = versions.filter(
    (dataset) => dataset.kind === 'LEDGER' && !dataset.protected && !dataset.retired,
  );
  const datasets = await Promise.all(open.map(({ id }) => context.loaders.the(DatasetType, id)));
  const shares = await Promise.all(datasets.map((dataset) => sharesOf(context, dataset)));
  return shares.filter((ledger) => ledger !== null);
}

async function sharesOf(context: Context, dataset: DatasetType): Promise<LedgerShares | null> {
  const [measure] = dataset.measures;
  if (measure === undefined || dataset.kind !== DatasetKind.LEDGER) return null;
  const concentration = await concentrationOf(context, dataset, { measure });
  return {
    datasetId: dataset.rowId,
    measure,
    allotment: dataset.allotment,
    contributors: concentration.contributors,
    reliability: concentration.reliability,
    topShares: await Promise.all(
      claimedFractions.map(async (fraction) => {
        const estimate = concentration.topShare(fraction);
        return {
          fraction,
          value: await estimate.readValue(),
          interval: await estimate.readInterval(context.deadline.signal),
        };
      }),
    ),
  };
}
