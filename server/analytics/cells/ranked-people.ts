import { readWholeRankings } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import type { Distribution } from '../earning-filter/distribution.ts';
import type { FoundCell } from './stored-cells.ts';

/** Everybody in a cell, by the ranking that it keeps: a thirtieth of what adding them up takes. Null where it keeps none. Of many cells in one statement. */
export async function rankedPeople(
  { kysely, loaders }: Context,
  { cell, currency }: FoundCell,
): Promise<Distribution | null> {
  const { excluded, otherCurrencies } = cell;
  if (cell.id < 0) {
    const { people } = cell;
    if (people == null) return null;
    return {
      expertIds: Array.from(people.experts),
      totals: people.totals,
      excluded,
      otherCurrencies,
      currency,
    };
  }
  const batch = loaders.batch<number, Awaited<ReturnType<typeof readWholeRankings>>[number]>(
    'cell rankings',
    (ids) => readWholeRankings(kysely, ids),
  );
  const { experts, totals } = await batch.load(cell.id);
  if (totals.length < cell.contributors) return null;
  return { expertIds: Array.from(experts), totals, excluded, otherCurrencies, currency };
}
