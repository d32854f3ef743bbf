import { doorOf, SuppressionReason, type Door, type SuppressionType } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { EarningFilter } from '../../market/earnings/earning.inputs.ts';
import { Reliability } from '../../market/reliability.ts';
import {
  emptyDistribution,
  inMajorUnits,
  ledgerScope,
  provenanceOf,
  type LedgerScope,
} from '../earning-filter/index.ts';
import { checkAskable, verdictOn } from '../guard/index.ts';
import { EstimateType } from '../estimate/estimate.type.ts';
import { ConcentrationMeasure } from './concentration.measure.ts';
import { ConcentrationType } from './concentration.type.ts';
import { measuredOf } from './measured-of.ts';
import type { Measured } from './measured.ts';

export interface ConcentrationQuestion {
  measure: Measure;
  filter?: EarningFilter | null;
  /** The newest where none is named. */
  release?: number | null;
}

/**
 * The concentration of a measure in one dataset. Asked of many datasets at once it takes one statement, not one each;
 * rejects with UNKNOWN_RELEASE, FORBIDDEN, or BAD_USER_INPUT for a measure that the ledger does not record.
 */
export async function concentrationOf(
  context: Context,
  dataset: DatasetType,
  { measure, filter, release }: ConcentrationQuestion,
): Promise<ConcentrationType> {
  const scope = await ledgerScope(context, dataset, filter, release);
  const door = doorOf(dataset, context.access);
  checkAskable(door, scope);
  const measured = await measuredOf(context, scope, measure);
  const { cell, currency } = measured;
  const verdict = door.guarded ? await verdictOn(context, scope, { measure, currency }) : null;
  return concentrationType({ scope, measured: measure, measure: measured }, door, verdict ?? door.cell(cell));
}

/** What is said of a measure that the dataset does not record: nothing, and why, so that whoever asks for several has the others. */
export async function notRecorded(
  context: Context,
  dataset: DatasetType,
  { measure, filter, release }: ConcentrationQuestion,
): Promise<ConcentrationType> {
  const scope = await ledgerScope(context, dataset, filter, release);
  const suppression = { reason: SuppressionReason.NOT_RECORDED, threshold: null };
  const nothing = { scope, measured: measure, measure: ConcentrationMeasure.of(emptyDistribution) };
  return concentrationType(nothing, doorOf(dataset, context.access), suppression);
}

interface Found {
  scope: LedgerScope;
  measured: Measure;
  measure: Measured;
}

/** What may be said of what was found, which the door has let through (suppression null) or not. */
export function concentrationType(
  { scope, measured, measure }: Found,
  door: Door,
  suppression: SuppressionType | null,
): ConcentrationType {
  const { excluded, otherCurrencies, currency, estimates } = measure;
  const contributors = door.count(measure.contributors, suppression);
  const given = <Value>(value: Value): Value | null => (suppression === null ? value : null);
  return Object.assign(new ConcentrationType(), {
    answer: { scope, measured, measure, door, suppression },
    contributors,
    excluded: door.others(excluded, suppression),
    otherCurrencies: door.others(otherCurrencies, suppression),
    currency,
    suppression,
    total: given(inMajorUnits(estimates.total, currency)),
    reliability: (suppression === null || !door.guarded
      ? estimates.reliability
      : Reliability.LOW) as Reliability,
    gini: EstimateType.of(
      contributors,
      suppression,
      () => estimates.gini,
      (signal) => measure.giniInterval(signal),
    ),
    giniCorrected: given(estimates.giniCorrected),
    theil: given(estimates.theil),
    hhi: given(estimates.hhi),
    p90p10: given(estimates.p90p10),
    halfShare: EstimateType.of(
      contributors,
      suppression,
      () => estimates.halfShare,
      (signal) => measure.halfShareInterval(signal),
    ),
    provenance: provenanceOf(scope, contributors, methodOf(measured)),
  });
}

function methodOf(measure: Measure): string {
  return `Concentration of ${measure} among contributors with a net total above 0: Lorenz curve, Gini coefficient without correction, top shares, half share`;
}
