import { cellOfSorted, doorOf } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import {
  checkedFraction,
  inMajorUnits,
  ledgerScope,
  provenanceOf,
  readDistribution,
} from '../earning-filter/index.ts';
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
  const { expertIds, totals, currency } = await readDistribution(context, scope, measure);
  const ranked = ranking(expertIds, totals);
  const sum = ranked.reduce((all, { total }) => all + total, 0);
  const verdict = door.guarded ? await verdictOn(context, scope, { measure, currency }) : null;
  const suppression = verdict ?? door.cell(cellOfSorted(totals.toReversed(), sum));
  const contributors = door.count(ranked.length, suppression);
  const count = fewestHolding(ranked, asked);
  return Object.assign(new KeyExpertsType(), {
    contributors,
    share: asked,
    count: suppression === null ? count : null,
    busFactor: suppression === null ? busFactorOf(totals) : null,
    currency,
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
