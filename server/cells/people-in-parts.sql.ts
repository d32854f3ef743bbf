import { sql, type RawBuilder } from 'kysely';
import type { CellDimension } from './cell-words.ts';

/** A dataset at a version; `cellMeasure` is a measure that its cells are of, null where the version has none. */
export interface CountedDataset {
  readonly id: number;
  readonly version: number;
  readonly cellMeasure: string | null;
}

/**
 * Rows (dataset_id, key, people): how many experts have anything in each part of a dimension at the dataset's version, whatever
 * measure it is counted by, read from the cells. Whoever has had everything reversed does not count, and a part of nobody is not
 * there. Of datasets whose version has cells.
 */
export function peopleInParts(
  dimension: CellDimension,
  datasets: readonly CountedDataset[],
): RawBuilder<unknown> {
  return sql`(
    select dataset_id, key, people from (
      select distinct on (cell.dataset_id, cell.group_key) cell.dataset_id, cell.group_key as key,
        cell.contributors + cell.excluded + cell.other_currencies as people
      from cell join unnest(${datasets.map(({ id }) => id)}::int[], ${datasets.map(({ version }) => version)}::int[],
        ${datasets.map(({ cellMeasure }) => cellMeasure)}::text[]) as counted (dataset_id, version, measure)
        on counted.dataset_id = cell.dataset_id and cell.version <= counted.version and cell.measure = counted.measure
      where cell.dimension = ${dimension} and cell.currency = ''
      order by cell.dataset_id, cell.group_key, cell.version desc
    ) newest where people > 0)`;
}
