import type { Context } from '../../graphql/context.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { cellsOf, liveCellsOf } from '../cells/index.ts';
import {
  emptyDistribution,
  readDistribution,
  readDistributions,
  requireMeasure,
  type Dimension,
  type Distribution,
  type LedgerScope,
} from '../earning-filter/index.ts';
import { CellMeasure } from './cell-measure.ts';
import { ConcentrationMeasure } from './concentration.measure.ts';
import type { Measured } from './measured.ts';

/**
 * How a measure is shared out among the contributors of a ledger: from a stored cell where there is one, else live, of a large ledger
 * by a thread. */
export async function measuredOf(context: Context, scope: LedgerScope, measure: Measure): Promise<Measured> {
  requireMeasure(scope.dataset, measure);
  const live = { dimension: null, keepAll: false };
  const cells =
    (await cellsOf(context, scope, measure, null)) ?? (await liveCellsOf(context, scope, measure, live));
  const readEveryone = (): Promise<Distribution> => readDistribution(context, scope, measure);
  if (cells === null) return ConcentrationMeasure.of(await readEveryone());
  const [cell] = cells.values();
  if (cell === undefined) return ConcentrationMeasure.of(emptyDistribution);
  return new CellMeasure(context, cell, readEveryone);
}

/** The same by each sector, project … of the ledger. */
export async function measuredByOf(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
  dimension: Dimension,
): Promise<ReadonlyMap<number, Measured>> {
  requireMeasure(scope.dataset, measure);
  const live = { dimension, keepAll: false };
  const cells =
    (await cellsOf(context, scope, measure, dimension)) ?? (await liveCellsOf(context, scope, measure, live));
  const readAll = (): Promise<ReadonlyMap<number, Distribution>> =>
    readDistributions(context, scope, measure, dimension);
  if (cells === null) {
    return new Map([...(await readAll())].map(([key, each]) => [key, ConcentrationMeasure.of(each)]));
  }
  return new Map(
    [...cells].map(([key, cell]) => [
      key,
      new CellMeasure(context, cell, async () => (await readAll()).get(key) ?? emptyDistribution),
    ]),
  );
}
