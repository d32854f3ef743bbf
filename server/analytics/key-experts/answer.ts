import { cellOfSorted, doorOf, SuppressionReason } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import {
  checkedFraction,
  emptyDistribution,
  inMajorUnits,
  ledgerScope,
  provenanceOf,
  readDistribution,
} from '../earning-filter/index.ts';
import { ConcentrationMeasure } from '../concentration/index.ts';
import { EstimateType } from '../estimate/estimate.type.ts';
import { Reliability } from '../../market/reliability.ts';
import { checkAskable, verdictOn } from '../guard/index.ts';
import { KeyExpertType } from './key-expert.type.ts';
import { busFactorOf, fewestHolding, ranking } from './key-experts.measure.ts';
import { KeyExpertsType } from './key-experts.type.ts';

export interface KeyExpertsQuestion {
  measure: Measure;
  /** Above 0 and up to 1. */
  share: number;
  filter?: EarningFilter | null;
  release?: number | null;
}

/** The fewest contributors of a dataset who together hold a share of the measure; rejects as `concentrationOf` does. */
export async function keyExpertsOf(
  context: Context,
  dataset: DatasetType,
  { measure, share, filter, release }: KeyExpertsQuestion,
): Promise<KeyExpertsType> {
  const asked = checkedFraction('share', share);
  const scope = await ledgerScope(context, dataset, filter, release);
  const door = doorOf(dataset, context.access);
  door.checkShare(asked);
  checkAskable(door, scope);
  const recorded = dataset.measures.includes(measure);
  const distribution = recorded ? await readDistribution(context, scope, measure) : emptyDistribution;
  const { expertIds, totals, currency } = distribution;
  const ranked = ranking(expertIds, totals);
  const sum = ranked.reduce((all, { total }) => all + total, 0);
  const verdict = !recorded
    ? { reason: SuppressionReason.NOT_RECORDED, threshold: null }
    : door.guarded
      ? await verdictOn(context, scope, { measure, currency })
      : null;
  const suppression = verdict ?? door.cell(cellOfSorted(totals.toReversed(), sum));
  const contributors = door.count(ranked.length, suppression);
  const concentration = ConcentrationMeasure.of(distribution);
  const { estimates } = concentration;
  const count = fewestHolding(ranked, asked);
  return Object.assign(new KeyExpertsType(), {
    contributors,
    share: asked,
    count: suppression === null ? count : null,
    busFactor: suppression === null ? busFactorOf(totals) : null,
    currency,
    reliability: (suppression === null || !door.guarded
      ? estimates.reliability
      : Reliability.LOW) as Reliability,
    halfShare: EstimateType.of(
      contributors,
      suppression,
      () => estimates.halfShare,
      (signal) => concentration.halfShareInterval(signal),
    ),
    suppression,
    expertsSuppression: suppression ?? door.individual(),
    provenance: provenanceOf(scope, contributors, `Contributors ranked by their net total of ${measure}`),
    readExperts: (first: number) =>
      ranked.slice(0, Math.min(first, count)).map((each) =>
        Object.assign(new KeyExpertType(), {
          ...each,
          total: inMajorUnits(each.total, currency),
          currency,
        }),
      ),
  });
}
