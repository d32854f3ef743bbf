import type { HeldQuestion } from '../../cells/index.ts';
import type { EarningConditions } from '../earning-filter/conditions.ts';
import { beginsQuarter, dayOfQuarter, endsQuarter, quarterOf } from '../earning-filter/quarters.ts';

/** After the last day of any quarter. */
const atTheEnd = 99;

/** A period as rollups know it, quarters of which all days count, and those that it cuts: two at most. */
export function askedQuarters({
  from,
  to,
}: Pick<EarningConditions, 'from' | 'to'>): Pick<HeldQuestion, 'quarters' | 'cuts'> {
  if (from === null && to === null) return { quarters: null, cuts: [] };
  const [first, last] = [from === null ? 0 : quarterOf(from), to === null ? Infinity : quarterOf(to)];
  const cutsFirst = from !== null && !beginsQuarter(from);
  const cutsLast = to !== null && !endsQuarter(to);
  const begin = { quarter: first, from: from === null ? 0 : dayOfQuarter(from), isTakenOff: false };
  const end = { quarter: last, to: to === null ? atTheEnd : dayOfQuarter(to), isTakenOff: false };
  const quarters = [cutsFirst ? first + 1 : first, cutsLast ? last - 1 : last] as const;
  if (first === last) return { quarters, cuts: cutsFirst || cutsLast ? [{ ...begin, ...end }] : [] };
  return {
    quarters,
    cuts: [...(cutsFirst ? [{ ...begin, to: atTheEnd }] : []), ...(cutsLast ? [{ ...end, from: 0 }] : [])],
  };
}
