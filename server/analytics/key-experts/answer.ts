import { doorOf, SuppressionReason } from '../../disclosure/index.ts';
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
} from '../earning-filter/index.ts';
import { ConcentrationMeasure, measuredOf } from '../concentration/index.ts';
import { EstimateType } from '../estimate/estimate.type.ts';
import { Reliability } from '../../market/reliability.ts';
import { checkAskable, verdictOn } from '../guard/index.ts';
import { KeyExpertType } from './key-expert.type.ts';
import { KeyExpertsType } from './key-experts.type.ts';
import { livePeople, peopleOf } from './people.ts';

const nobody = livePeople(emptyDistribution);

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
  const people = recorded ? await peopleOf(context, scope, measure) : nobody;
  const { currency } = people;
  const verdict = !recorded
    ? { reason: SuppressionReason.NOT_RECORDED, threshold: null }
    : door.guarded
      ? await verdictOn(context, scope, { measure, currency })
      : null;
  const suppression = verdict ?? door.cell(people.cell);
  const contributors = door.count(people.contributors, suppression);
  const concentration = recorded
    ? await measuredOf(context, scope, measure)
    : ConcentrationMeasure.of(emptyDistribution);
  const { estimates } = concentration;
  const counting = onlyOnce(() => people.countHolding(asked));
  return Object.assign(new KeyExpertsType(), {
    contributors,
    share: asked,
    readCount: async () => (suppression === null ? counting() : null),
    busFactor: suppression === null ? people.busFactor : null,
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
    readExperts: async (first: number) => {
      const [count, top] = await Promise.all([counting(), people.read({ kind: 'TOP' })]);
      return top.slice(0, Math.min(first, count)).map((each) =>
        Object.assign(new KeyExpertType(), {
          ...each,
          total: inMajorUnits(each.total, currency),
          currency,
        }),
      );
    },
  });
}

/** The same promise to everyone who asks. */
function onlyOnce<Value>(start: () => Promise<Value>): () => Promise<Value> {
  let started: Promise<Value> | null = null;
  return () => (started ??= start());
}
