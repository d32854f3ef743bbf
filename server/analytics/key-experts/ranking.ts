import type { Context } from '../../graphql/context.ts';
import { requireRows } from '../../graphql/find-node.ts';
import type { Page, PageArguments } from '../../graphql/paging/index.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import type { ExpertType } from '../../market/experts/expert.type.ts';
import { inMajorUnits, ledgerScope, readDistribution, type LedgerScope } from '../earning-filter/index.ts';
import { KeyExpertType } from './key-expert.type.ts';
import type { RankedTotal } from './key-experts.measure.ts';
import { peopleOf, type People } from './people.ts';
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
  const { people, toItem } = await rankingOf(context, dataset, question);
  return rankedPage(people, page, toItem);
}

/** Where an expert stands in the ledger by a measure; null for a net total of 0 or less. Rejects as the ranking does. */
export async function standingOf(
  context: Context,
  expert: ExpertType,
  question: RankingQuestion,
): Promise<KeyExpertType | null> {
  const dataset = await context.loaders.the(DatasetType, expert.datasetId);
  const { people, toItem, scope } = await rankingOf(context, dataset, question);
  const total = people.isShort
    ? 0
    : await ownTotal(context, scope, question.measure, people.currency, expert);
  if (total === null) return null;
  const ranked = await people.read({ kind: 'AROUND', total });
  const own = ranked.find(({ expertId }) => expertId === expert.rowId);
  return own === undefined ? null : toItem(own);
}

async function rankingOf(
  context: Context,
  dataset: DatasetType,
  { measure, filter, release }: RankingQuestion,
): Promise<{ people: People; scope: LedgerScope; toItem: (row: RankedTotal) => KeyExpertType }> {
  await requireRows(context, { datasetId: dataset.rowId });
  const scope = await ledgerScope(context, dataset, filter, release);
  const people = await peopleOf(context, scope, measure);
  const { currency } = people;
  return {
    people,
    scope,
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

/** What one contributor has; null where that is nothing. Of many, in one statement. */
async function ownTotal(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
  currency: string | null,
  { rowId }: ExpertType,
): Promise<number | null> {
  const { dataset, ledger } = scope;
  const batch = context.loaders.batch<number, number | null>(
    JSON.stringify(['own totals', dataset.rowId, ledger.version, measure, currency]),
    async (ids) => {
      const conditions = { ...scope.conditions, expert: [...ids].sort((a, b) => a - b), currency };
      const { expertIds, totals } = await readDistribution(context, { ...scope, conditions }, measure);
      return ids.map((id) => totals[expertIds.indexOf(id)] ?? null);
    },
  );
  return batch.load(rowId);
}
