import type { ConvertedOccupation } from './conversion.ts';
import type { StageStep } from './profession-stage.ts';

/** A profession meets the rule of a stage for the first time. */
export interface ConversionEvent extends StageStep {
  professionId: number;
}

/** Every stage that every profession reached, earliest first, undated last; ties in the professions' order. */
export function conversionTimeline(occupations: readonly ConvertedOccupation[]): ConversionEvent[] {
  return occupations
    .flatMap(({ professionId, progress }) => progress.steps.map((step) => ({ professionId, ...step })))
    .sort((a, b) => compare(a.date ?? '~', b.date ?? '~'));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
