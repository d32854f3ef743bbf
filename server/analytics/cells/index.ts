export { cellOf, cellsOf, type FoundCell } from './stored-cells.ts';
export { rankedPeople } from './ranked-people.ts';
export { doublesOf } from './doubles.ts';
