export { buildCells, type Touched } from './build-cells.ts';
export type { CellDimension, CellMeasure } from './cell-words.ts';
export { dropCells } from './drop-cells.ts';
export { fillCells } from './fill-cells.ts';
export {
  findCells,
  readDoubles,
  type AskedParts,
  type SeenLedger,
  type StoredCell,
} from './find-cells.sql.ts';
export {
  readRanking,
  readWholeRankings,
  shortRanking,
  type Place,
  type Stretch,
} from './find-ranking.sql.ts';
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
