import type { Purse, Standing } from '../../access/index.ts';
import { secondsUntil } from '../../access/index.ts';
import { reject } from '../../errors/tacit-error.ts';
import { limits } from './limits.ts';
import type { PricedList, RequestedCost } from './requested-cost.ts';

/** The field that an operation spends most on, and the size with which all of it would fit a budget. */
interface Advice {
  field: string;
  /** The argument that sets how many it gives; null where none does. */
  argument: string | null;
  /** Null where no size is small enough. */
  size: number | null;
}

/** What to change so that an operation costs no more than that; null where it is made of nothing that costs. */
function adviceFor({ lists, heaviest, ...cost }: RequestedCost, budget: number): Advice | null {
  const costliest = lists.toSorted((a, b) => b.size * b.perRow - a.size * a.perRow)[0];
  if (costliest !== undefined && costliest.size * costliest.perRow >= heaviest.points) {
    const { path, argument } = costliest;
    return { field: path, argument, size: fittingSize(cost, costliest, budget) };
  }
  return heaviest.points === 0 ? null : { field: heaviest.path, argument: null, size: null };
}

/** The largest size of one list, smaller than it is, with which the whole would fit a budget; null where none would. */
export function fittingSize(
  { points }: Pick<RequestedCost, 'points'>,
  { size, perRow }: PricedList,
  budget: number,
): number | null {
  const fitting = Math.floor((budget - (points - size * perRow)) / perRow);
  return fitting >= 1 && fitting < size ? fitting : null;
}

/** Stops an operation that may cost more than one may, and says what would fit. */
export function requireAffordable(cost: RequestedCost, limit: number = limits.points): void {
  if (cost.points <= limit) return;
  const { words, details } = inWords(adviceFor(cost, limit));
  reject(
    'QUERY_TOO_COMPLEX',
    `The query may cost ${cost.points} points; one request may cost ${limit}. ${words}`,
    { requested: cost.points, limit, ...details },
  );
}

/** Takes from a purse what an operation may cost beyond what the request was charged at the door. */
export async function pay(purse: Purse, cost: RequestedCost): Promise<void> {
  const { entered } = purse;
  if (await purse.take(Math.max(0, cost.points - entered))) return;
  const { standing } = purse;
  const left = standing.remaining + entered;
  const { words, details } = inWords(adviceFor(cost, left));
  refuse(standing, `this query may cost ${cost.points}. ${words}`, {
    requested: cost.points,
    ...details,
  });
}

/** Refuses whoever has spent what a minute allows: RATE_LIMITED, with when there will be more. */
export function refuse(standing: Standing, reason: string, details: Record<string, unknown> = {}): never {
  const { policy, limit, remaining, resetAt } = standing;
  const seconds = secondsUntil(resetAt);
  const whose = policy === 'anonymous' ? 'Without a key' : `With a key of the scope "${policy}"`;
  reject(
    'RATE_LIMITED',
    `${whose} ${limit} points may be spent a minute; ${remaining} are left for the next ${seconds} s, and ${reason}`,
    { ...details, limit, remaining, resetAt: resetAt.toISOString(), retryAfter: seconds },
  );
}

function inWords(advice: Advice | null): { words: string; details: Record<string, unknown> } {
  if (advice === null) return { words: 'Ask for fewer fields.', details: {} };
  const { field, argument, size } = advice;
  const costliest = `The costliest field is ${field}`;
  if (argument === null)
    return {
      words: `${costliest}: ask for it in a query of its own, or for fewer like it.`,
      details: { field },
    };
  if (size === null)
    return {
      words: `${costliest}: ask for it in a query of its own, or for smaller pages below it.`,
      details: { field },
    };
  const smaller = argument === 'ids' ? `${size} ids` : `${argument}: ${size}`;
  return {
    words: `${costliest}: with ${smaller} the query would fit.`,
    details: { field, argument, pageSize: size },
  };
}
