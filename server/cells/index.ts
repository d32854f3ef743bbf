export { buildCells, type Touched } from './build-cells.ts';
export type { CellDimension, CellMeasure } from './cell-words.ts';
export { dayColumnsSql, type DayBuild } from './days/day-columns.ts';
export { dropDays } from './days/drop-days.ts';
export { fillDays } from './days/fill-days.ts';
export { dropCells } from './drop-cells.ts';
export { fillBands } from './fill-bands.ts';
export { fillCells } from './fill-cells.ts';
export { keepFilling } from './keep-filling.ts';
export {
  findCells,
  readDoubles,
  type AskedParts,
  type SeenLedger,
  type StoredCell,
} from './find-cells.sql.ts';
export { heldCells, type HeldName } from './held/held-ledgers.ts';
export type { HeldQuestion } from './held/add-up.ts';
export { readRanking, readWholeRankings } from './find-ranking.sql.ts';
export { shortRanking, stretchOf, type Place, type Stretch } from './ranking-stretch.ts';
export {
  endsAt,
  giniBand,
  gridSteps,
  halfShareBand,
  hasFormulas,
  leastInTop,
  lorenzBand,
  mostKeptWhole,
  stepOf,
  strideOf,
  topShareBand,
} from './grid.ts';
export { findRates, type StoredRates } from './find-rates.sql.ts';
export { packed, received } from './floats.ts';
export { peopleInParts, type CountedDataset } from './people-in-parts.sql.ts';
export { findPeople, type PeopleOf } from './people-of.ts';
export type { GroupTotals } from './group-totals.ts';
export type { MadeCell } from './made-cell.ts';
export type { MadeRates } from './make-rates.ts';
export type { Ranked } from './ranked.ts';
export { remakeCells, remakeRates } from './remake-cells.ts';
export { summariseInThread } from './summary-thread.ts';
