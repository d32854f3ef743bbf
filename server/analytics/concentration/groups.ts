import { doorOf } from '../../disclosure/index.ts';
import type { Context } from '../../graphql/context.ts';
import type { DatasetType } from '../../market/datasets/dataset.type.ts';
import { ledgerScope, readDistributions, type Dimension } from '../earning-filter/index.ts';
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
  const distributions = await readDistributions(context, scope, measure, dimension);
  const cells = new Map([...distributions].map(([key, each]) => [key, ConcentrationMeasure.of(each).cell]));
  const door = doorOf(dataset);
  const suppressed = door.table(cells);
  // A suppressed group stands at the end: its place among the others would tell how large it is.
  const totalOf = (key: number): number => (suppressed.has(key) ? -1 : (cells.get(key)?.total ?? 0));
  return [...distributions]
    .sort(([a], [b]) => totalOf(b) - totalOf(a) || a - b)
    .map(([groupKey, distribution]) => {
      const suppression = suppressed.get(groupKey) ?? null;
      const concentration = concentrationType(scope, measure, distribution, door, suppression);
      return ConcentrationGroupType.of({ dimension, groupKey }, concentration);
    });
}
