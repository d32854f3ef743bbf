import { doorOf, type Door, type SuppressionType } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import { Measure } from '../../market/datasets/dataset.enums.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import {
  ledgerScope,
  provenanceOf,
  requireMeasure,
  type Dimension,
  type GroupIdentity,
  type LedgerScope,
} from '../earning-filter/index.ts';
import { checkAskable, verdictOn, verdictsOn } from '../guard/index.ts';
import type { MeasuredRates } from './measured-rates.ts';
import { RateDistributionType } from './rate-distribution.type.ts';
import { RateMeasure } from './rate.measure.ts';
import { ratesOf } from './rates-of.ts';

export interface RateQuestion {
  /** One distribution of everything where none is named. */
  groupBy?: Dimension | null;
  filter?: EarningFilter | null;
  release?: number | null;
  /** Count engagements by their hours. */
  weighted?: boolean;
}

/**
 * The hourly rates that a ledger shows paid, by group, the one with the most engagements first. Asked of many datasets
 * at once it takes one statement; rejects as `concentrationOf` does, also where the ledger lacks hours or amounts.
 */
export async function hourlyRatesOf(
  context: Context,
  dataset: DatasetType,
  { groupBy = null, filter, release, weighted = false }: RateQuestion,
): Promise<RateDistributionType[]> {
  const scope = await ledgerScope(context, dataset, filter, release);
  requireMeasure(dataset, Measure.AMOUNT);
  requireMeasure(dataset, Measure.HOURS);
  const door = doorOf(dataset, context.access);
  checkAskable(door, scope);
  const rates = await ratesOf(context, scope, groupBy, weighted);
  const { currency } = rates;
  const groups = new Map(rates.groups);
  if (groupBy === null && groups.size === 0) groups.set(0, new RateMeasure([], weighted));
  const withheld = door.guarded
    ? await withheldOf(context, scope, groupBy, currency, [...groups.keys()])
    : null;
  return [...groups]
    .map(([groupKey, own]) => {
      const identity = { dimension: groupBy, groupKey };
      return distributionType(
        scope,
        identity,
        own,
        currency,
        weighted,
        door,
        withheld?.get(groupKey) ?? null,
      );
    })
    .sort((a, b) => b.engagements - a.engagements || a.group.groupKey - b.group.groupKey);
}

function distributionType(
  scope: LedgerScope,
  group: GroupIdentity,
  measure: MeasuredRates,
  currency: string | null,
  weighted: boolean,
  door: Door,
  withheld: SuppressionType | null,
): RateDistributionType {
  const suppression = withheld ?? door.quantiles(measure.cell);
  const given = (value: () => number): number | null => (suppression === null ? value() : null);
  return Object.assign(new RateDistributionType(), {
    group,
    measure,
    door,
    engagements: door.count(measure.engagements, suppression),
    contributors: door.count(measure.contributors, suppression),
    leftOut: door.others(measure.leftOut, suppression),
    weighted,
    currency,
    p10: given(() => measure.quantile(0.1)),
    p25: given(() => measure.quantile(0.25)),
    median: given(() => measure.quantile(0.5)),
    p75: given(() => measure.quantile(0.75)),
    p90: given(() => measure.quantile(0.9)),
    mean: given(() => measure.mean),
    suppression,
    provenance: provenanceOf(scope, door.count(measure.engagements, suppression), methodOf(weighted)),
  });
}

/** A rate is told where both what was paid and the hours may be. */
async function withheldOf(
  context: Context,
  scope: LedgerScope,
  groupBy: Dimension | null,
  currency: string | null,
  keys: readonly number[],
): Promise<Map<number, SuppressionType>> {
  const withheld = new Map<number, SuppressionType>();
  for (const measured of [
    { measure: Measure.AMOUNT, currency },
    { measure: Measure.HOURS, currency: null },
  ]) {
    if (groupBy === null) {
      const verdict = await verdictOn(context, scope, measured);
      if (verdict !== null) withheld.set(0, verdict);
    } else {
      const verdicts = await verdictsOn(context, scope, measured, groupBy, keys);
      for (const [key, verdict] of verdicts) withheld.set(key, verdict);
    }
  }
  return withheld;
}

function methodOf(weighted: boolean): string {
  const quantiles = weighted ? 'quantiles weighted by hours' : 'R-7 quantiles';
  return `Hourly rate of an engagement (expert × project): Σ amount ÷ Σ hours; ${quantiles} over engagements`;
}
