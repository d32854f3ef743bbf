import type { Measure } from '../api/common.ts';
import type { Ledger, Place } from '../api/concentration.ts';
import type { ConcentrationDifference } from '../api/concentration-difference.ts';
import type { CurveName } from '../url-state/curve-name.ts';
import type { Part } from './parts.ts';

/** A curve that the page shows, with all that is known of it. */
export interface Curve {
  place: Place;
  name: CurveName;
  measure: Measure;
  part: Part | null;
  ledger: Ledger;
}

/** The first curve beside another. */
export interface Comparison {
  other: Curve;
  difference: ConcentrationDifference;
}
