import { fail, isGrave } from '../api/ask.ts';
import type { Place } from '../api/concentration.ts';
import {
  differenceOfTwo,
  type ConcentrationDifference,
  type ConcentrationSide,
} from '../api/concentration-difference.ts';
import { execute } from '../api/execute.ts';
import type { Comparison, Curve } from './curve.ts';

/** The release at which each curve is shown, where it is not the newest, and the fraction of the top. */
type Shown = { top: number } & Partial<Record<`${Place}Release`, number>>;

/** The first curve beside each of the others; one that would tell of too few people is left out. */
export async function readComparisons(curves: readonly Curve[], shown: Shown): Promise<Comparison[]> {
  const [first, ...others] = curves;
  if (!first) return [];
  const read = others.map(async (other): Promise<Comparison | null> => {
    const { data, errors = [] } = await execute(differenceOfTwo.document, {
      ...comparisonVariables(first, other, shown),
    });
    const grave = errors.filter((one) => isGrave(one) && one.extensions?.code !== 'DISCLOSURE_RISK');
    if (grave.length > 0) fail(grave);
    const found = data as { concentrationDifference: ConcentrationDifference } | null | undefined;
    return found ? { other, difference: found.concentrationDifference } : null;
  });
  return (await Promise.all(read)).filter((one) => one !== null);
}

/** What the comparison of two curves asks. */
export function comparisonVariables(first: Curve, second: Curve, shown: Shown) {
  const sideOf = ({ ledger, measure, part, place }: Curve): ConcentrationSide => {
    const release = shown[`${place}Release`];
    return {
      dataset: ledger.slug,
      measure,
      ...(part && { filter: part.filter }),
      ...(release !== undefined && { release }),
    };
  };
  return { first: sideOf(first), second: sideOf(second), top: shown.top };
}
