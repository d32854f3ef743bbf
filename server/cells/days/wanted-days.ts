import type { CellMeasure } from '../cell-words.ts';

/** Of which ledgers and measures this process was asked for days that are not written yet, by database. */
const wanted = new WeakMap<object, Map<string, { datasetId: number; measure: CellMeasure }>>();

/** Has them written when there is time. */
export function wantDays(owner: object, datasetId: number, measure: CellMeasure): void {
  const own = wanted.get(owner) ?? new Map<string, { datasetId: number; measure: CellMeasure }>();
  wanted.set(owner, own.set(`${datasetId} ${measure}`, { datasetId, measure }));
}

/** All that were ever wanted, as columns. */
export function wantedOf(owner: object): [datasets: number[], measures: CellMeasure[]] {
  const own = [...(wanted.get(owner)?.values() ?? [])];
  return [own.map(({ datasetId }) => datasetId), own.map(({ measure }) => measure)];
}
