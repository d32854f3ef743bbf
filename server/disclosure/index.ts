export { cellOfSorted, type Cell } from './cell.ts';
export { doorOf, guardedDoor, openDoor, type Door } from './door.ts';
export { Lattice, type Division, type Verdict } from './lattice.ts';
export { coarse } from './rules.ts';
export type { LedgerEntry } from './row-sets.ts';
export { SuppressionReason, SuppressionType } from './suppression.type.ts';
