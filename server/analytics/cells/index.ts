export { cellOf, cellsOf, type FoundCell } from './stored-cells.ts';
export { rankedPeople } from './ranked-people.ts';
export { doublesOf } from './doubles.ts';
export { storedRatesOf } from './stored-rates.ts';
export { liveCellsOf } from './live-cells.ts';
