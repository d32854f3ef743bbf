import { sql, type RawBuilder } from 'kysely';
import { Measure } from '../../market/datasets/dataset.enums.ts';

/** Where facts and rollups alike keep a measure; money in minor units. */
const columns: Record<Measure, string> = {
  [Measure.AMOUNT]: 'amount_minor',
  [Measure.HOURS]: 'hours',
  [Measure.UNITS]: 'units',
  [Measure.IMPROVEMENT]: 'improvement',
};

/** The name of the column of a measure. */
export function measureColumnName(measure: Measure): string {
  return columns[measure];
}

/** The column of a measure, of that table where a statement reads several. */
export function measureColumn(measure: Measure, table?: 'earning'): RawBuilder<number> {
  return sql.raw(table === undefined ? columns[measure] : `${table}.${columns[measure]}`);
}
