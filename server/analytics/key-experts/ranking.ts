import type { Context } from '../../graphql/context.ts';
import { requireRows } from '../../graphql/find-node.ts';
import type { Page, PageArguments } from '../../graphql/paging/index.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import type { ExpertType } from '../../market/experts/expert.type.ts';
import { inMajorUnits, ledgerScope, readDistribution } from '../earning-filter/index.ts';
import { KeyExpertType } from './key-expert.type.ts';
import { ranking, type RankedTotal } from './key-experts.measure.ts';
import { rankedPage } from './ranked-page.ts';

export interface RankingQuestion {
  measure: Measure;
  filter?: EarningFilter | null;
  release?: number | null;
}

/** The contributors of a dataset by their totals, a page at a time; FORBIDDEN where the caller may not read its rows. */
export async function rankedExpertsOf(
  context: Context,
  dataset: DatasetType,
  question: RankingQuestion,
  page: PageArguments,
): Promise<Page<KeyExpertType>> {
  const { ranked, toItem } = await rankingOf(context, dataset, question);
  return rankedPage(ranked, page, toItem);
}

/** Where an expert stands in the ledger by a measure; null for a net total of 0 or less. Rejects as the ranking does. */
export async function standingOf(
  context: Context,
  expert: ExpertType,
  question: RankingQuestion,
): Promise<KeyExpertType | null> {
  const dataset = await context.loaders.the(DatasetType, expert.datasetId);
  const { ranked, toItem } = await rankingOf(context, dataset, question);
  const own = ranked.find(({ expertId }) => expertId === expert.rowId);
  return own === undefined ? null : toItem(own);
}

async function rankingOf(
  context: Context,
  dataset: DatasetType,
  { measure, filter, release }: RankingQuestion,
): Promise<{ ranked: RankedTotal[]; toItem: (row: RankedTotal) => KeyExpertType }> {
  await requireRows(context, { datasetId: dataset.rowId });
  const scope = await ledgerScope(context, dataset, filter, release);
  const { expertIds, totals, currency } = await readDistribution(context, scope, measure);
  return {
    ranked: ranking(expertIds, totals),
    toItem: ({ expertId, rank, total, share, cumulativeShare }) =>
      Object.assign(new KeyExpertType(), {
        expertId,
        rank,
        total: inMajorUnits(total, currency),
        share,
        cumulativeShare,
        currency,
      }),
  };
}
