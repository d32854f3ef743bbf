import { cellValues, rateValues } from './cells.ts';
import type { Check } from './check.ts';
import { dayColumns } from './days.ts';
import { factReferences, reversals } from './facts.ts';
import { figureDrawings } from './figure-drawings.ts';
import { frozenFigures } from './figures.ts';
import { leftovers } from './leftovers.ts';
import { releaseCounts, releaseNumbers } from './releases.ts';
import { rollupSums } from './rollups.ts';

/** All that is verified, in the order of the table. What keeps sums of facts adds its check here. */
export const checks: readonly Check[] = [
  frozenFigures,
  figureDrawings,
  releaseNumbers,
  releaseCounts,
  factReferences,
  reversals,
  ...rollupSums,
  cellValues,
  rateValues,
  dayColumns,
  leftovers,
];
