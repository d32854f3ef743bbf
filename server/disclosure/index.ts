export { cellOfSorted, type Cell } from './cell.ts';
export { doorOf, guardedDoor, openDoor, type Door } from './door.ts';
export type { Verdict } from './lattice.ts';
export { coarse } from './rules.ts';
export { SuppressionReason, type Suppression } from './suppression-reason.ts';
export { SuppressionType } from './suppression.type.ts';
