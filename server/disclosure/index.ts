export { cellOfSorted, type Cell } from './cell.ts';
export { doorOf, guardedDoor, openDoor, type Door } from './door.ts';
export { SuppressionReason, SuppressionType } from './suppression.type.ts';
