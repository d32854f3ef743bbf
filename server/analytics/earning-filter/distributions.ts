import type { Context } from '../../graphql/context.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { readContributorTotals, type ContributorTotal } from './contributor-totals.sql.ts';
import { oneCurrency } from './currency.ts';
import type { Dimension } from './dimension.ts';
import { distributionOf, emptyDistribution, type Distribution } from './distribution.ts';
import { kept, type Distributions } from './ledger-cache.ts';
import { requireMeasure, type LedgerScope } from './ledger-scope.ts';
import { rowsTogether } from './together.ts';
import { countUndated } from './undated.sql.ts';

/** How a measure is shared out among the contributors of a ledger. */
export async function readDistribution(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
): Promise<Distribution> {
  return (await readDistributions(context, scope, measure, null)).get(0) ?? emptyDistribution;
}

/**
 * The same by each sector, project … of the ledger: all groups, and all datasets that one operation asks the same of,
 * in one statement, unless the process still knows the answer.
 */
export async function readDistributions(
  context: Context,
  scope: LedgerScope,
  measure: Measure,
  dimension: Dimension | null,
): Promise<Distributions> {
  const { dataset, ledger, alterations, conditions, named } = scope;
  requireMeasure(dataset, measure);
  const key = JSON.stringify([
    dataset.rowId,
    ledger.version,
    alterations,
    named,
    measure,
    dimension,
    conditions,
  ]);
  const read = async (): Promise<Distributions> => {
    const rows = await rowsTogether(
      context,
      scope,
      ['totals', measure, dimension],
      (kysely, ledgers, asked) => readContributorTotals(kysely, ledgers, measure, asked, dimension),
    );
    return byGroup(rows, oneCurrency(rows, conditions.currency, dataset.slug));
  };
  return kept(context.em.getDriver(), key, read, context.deadline.signal);
}

function byGroup(rows: readonly ContributorTotal[], currency: string | null): Distributions {
  const groups = Map.groupBy(rows, ({ groupKey }) => groupKey);
  return new Map([...groups].map(([key, group]) => [key, distributionOf(group, currency)]));
}

/** How many contributors have matching earnings without a date, which a period leaves out; 0 when none is asked for. */
export async function readUndated(context: Context, scope: LedgerScope): Promise<number> {
  const { from, to } = scope.conditions;
  if (from === null && to === null) return 0;
  const [row] = await rowsTogether(context, scope, ['undated'], countUndated);
  return row?.contributors ?? 0;
}
