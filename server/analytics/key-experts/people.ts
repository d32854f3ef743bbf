import { cellOfSorted, type Cell } from '../../disclosure/index.ts';
import { shortRanking, stretchOf, type Place } from '../../cells/index.ts';
import type { Context } from '../../graphql/context.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { cellOf, liveCellsOf, type FoundCell } from '../cells/index.ts';
import {
  readDistribution,
  requireMeasure,
  type Distribution,
  type LedgerScope,
} from '../earning-filter/index.ts';
import { contributors } from '../../statistics/index.ts';
import { keptStretch } from './kept-stretches.ts';
import {
  busFactorOf,
  fewestHolding,
  hair,
  ranking,
  rankingOf,
  type RankedTotal,
} from './key-experts.measure.ts';

/** The contributors of a ledger by rank, wherever they are read from. */
export interface People {
  readonly contributors: number;
  readonly currency: string | null;
  /** What the door wants to know. */
  readonly cell: Cell;
  /** How many hold half; 0 when there is nobody. */
  readonly busFactor: number;
  /** Whether whatever is read is everybody. */
  readonly isShort: boolean;
  /** How many hold that share of everything. */
  countHolding(share: number): Promise<number>;
  /** A stretch of the ranking that holds at least what was asked for. */
  read(place: Place): Promise<readonly RankedTotal[]>;
}

/** From the ranking that a stored cell keeps where there is one, else by adding up. */
export async function peopleOf(context: Context, scope: LedgerScope, measure: Measure): Promise<People> {
  requireMeasure(scope.dataset, measure);
  const found = isListed(scope) ? await cellOf(context, scope, measure) : null;
  if (found !== null) return storedPeople(context, found);
  const live = await liveCellsOf(context, scope, measure, { dimension: null, keepAll: true });
  const [cell] = live?.values() ?? [];
  if (cell !== undefined) return storedPeople(context, cell);
  return livePeople(await readDistribution(context, scope, measure));
}

/** Cells of a quarter or a year keep nobody's place. */
function isListed({ conditions: { from, to } }: LedgerScope): boolean {
  return from === null && to === null;
}

/** Everybody, read at once. */
export function livePeople({ expertIds, totals, currency }: Distribution): People {
  const ranked = ranking(expertIds, totals);
  const { sorted, total } = contributors(totals);
  return {
    contributors: ranked.length,
    currency,
    cell: cellOfSorted(sorted, total),
    busFactor: busFactorOf(totals),
    isShort: true,
    countHolding: (share) => Promise.resolve(fewestHolding(ranked, share)),
    read: () => Promise.resolve(ranked),
  };
}

function storedPeople(context: Context, { cell, currency }: FoundCell): People {
  const read = async (place: Place): Promise<RankedTotal[]> => {
    // Of few, the top is everybody.
    const asked: Place = cell.contributors <= shortRanking ? { kind: 'TOP' } : place;
    const { experts, ...stretch } = cell.people
      ? stretchOf(cell.people, asked)
      : await keptStretch(context, cell.id, asked);
    return rankingOf({ expertIds: experts, ...stretch }, cell.total);
  };
  return {
    contributors: cell.contributors,
    currency,
    cell,
    busFactor: Math.round((cell.halfShare ?? 0) * cell.contributors),
    isShort: cell.contributors <= shortRanking,
    read,
    countHolding: async (share) =>
      fewestHolding(await read({ kind: 'HOLDING', held: (share - hair) * cell.total }), share),
  };
}
