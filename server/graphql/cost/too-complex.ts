import { reject } from '../../errors/tacit-error.ts';
import { limits } from './limits.ts';
import type { RequestedCost } from './requested-cost.ts';

/** Stops an operation that may cost more than one may, and says what would fit. */
export function requireAffordable(
  { points, connections }: RequestedCost,
  limit: number = limits.points,
): void {
  if (points <= limit) return;
  const total = `The query may cost ${points} points; one request may cost ${limit}.`;
  const costliest = connections.toSorted((a, b) => b.size * b.perRow - a.size * a.perRow)[0];
  if (costliest === undefined) {
    return reject('QUERY_TOO_COMPLEX', `${total} Ask for fewer fields.`, { requested: points, limit });
  }
  const { path, argument, size, perRow } = costliest;
  const pageSize = Math.floor((limit - (points - size * perRow)) / perRow);
  const advice =
    pageSize >= 1
      ? `The costliest field is ${path}: with ${argument}: ${pageSize} the query would fit.`
      : `The costliest field is ${path}: ask for it in a query of its own, or for smaller pages below it.`;
  reject('QUERY_TOO_COMPLEX', `${total} ${advice}`, {
    requested: points,
    limit,
    field: path,
    ...(pageSize >= 1 ? { pageSize } : {}),
  });
}
