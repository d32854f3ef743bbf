import { doorOf, type Door, type SuppressionType } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import type { Measure } from '../../market/datasets/dataset.enums.ts';
import { ledgerScope, type Dimension, type LedgerScope } from '../earning-filter/index.ts';
import { checkAskable, verdictsOn } from '../guard/index.ts';
import { concentrationType, type ConcentrationQuestion } from './answer.ts';
import { ConcentrationGroupType } from './concentration-group.type.ts';
import { measuredByOf } from './measured-of.ts';
import type { Measured } from './measured.ts';

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
  const groups = await measuredByOf(context, scope, measure, dimension);
  const suppressed = await withheld(context, scope, door, measure, dimension, groups);
  // A suppressed group stands at the end: its place among the others would tell how large it is.
  const totalOf = (key: number): number => (suppressed.has(key) ? -1 : (groups.get(key)?.cell.total ?? 0));
  return [...groups]
    .sort(([a], [b]) => totalOf(b) - totalOf(a) || a - b)
    .map(([groupKey, measured]) => {
      const suppression = suppressed.get(groupKey) ?? door.cell(measured.cell);
      const found = { scope, measured: measure, measure: measured };
      const concentration = concentrationType(found, door, suppression);
      return ConcentrationGroupType.of({ dimension, groupKey }, concentration);
    });
}

async function withheld(
  context: Context,
  scope: LedgerScope,
  door: Door,
  measure: Measure,
  dimension: Dimension,
  groups: ReadonlyMap<number, Measured>,
): Promise<ReadonlyMap<number, SuppressionType>> {
  if (!door.guarded) return new Map();
  const currency = [...groups.values()].find((each) => each.currency !== null)?.currency ?? null;
  return verdictsOn(context, scope, { measure, currency }, dimension, groups.keys());
}
