import { doorOf, type Door, type SuppressionType } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import {
  ledgerScope,
  readDistributions,
  type Dimension,
  type Distribution,
  type LedgerScope,
} from '../earning-filter/index.ts';
import { checkAskable, verdictsOn } from '../guard/index.ts';
import { concentrationType, type ConcentrationQuestion } from './answer.ts';
import { ConcentrationGroupType } from './concentration-group.type.ts';
import { ConcentrationMeasure } from './concentration.measure.ts';

/** The concentration within each group of a dimension, the largest total first, suppressed ones last; one statement for all groups. */
export async function concentrationByOf(
  context: Context,
  dataset: DatasetType,
  dimension: Dimension,
  { measure, filter, release }: ConcentrationQuestion,
): Promise<ConcentrationGroupType[]> {
  const scope = await ledgerScope(context, dataset, filter, release);
  const door = doorOf(dataset, context.access);
  checkAskable(door, scope);
  const distributions = await readDistributions(context, scope, measure, dimension);
  const cells = new Map([...distributions].map(([key, each]) => [key, ConcentrationMeasure.of(each).cell]));
  const suppressed = await withheld(context, scope, door, measure, dimension, distributions);
  // A suppressed group stands at the end: its place among the others would tell how large it is.
  const totalOf = (key: number): number => (suppressed.has(key) ? -1 : (cells.get(key)?.total ?? 0));
  return [...distributions]
    .sort(([a], [b]) => totalOf(b) - totalOf(a) || a - b)
    .map(([groupKey, distribution]) => {
      const suppression = suppressed.get(groupKey) ?? door.cell(cells.get(groupKey)!);
      const concentration = concentrationType(scope, measure, distribution, door, suppression);
      return ConcentrationGroupType.of({ dimension, groupKey }, concentration);
    });
}

async function withheld(
  context: Context,
  scope: LedgerScope,
  door: Door,
  measure: Measure,
  dimension: Dimension,
  distributions: ReadonlyMap<number, Distribution>,
): Promise<ReadonlyMap<number, SuppressionType>> {
  if (!door.guarded) return new Map();
  const currency = [...distributions.values()].find((each) => each.currency !== null)?.currency ?? null;
  return verdictsOn(context, scope, { measure, currency }, dimension, distributions.keys());
}
