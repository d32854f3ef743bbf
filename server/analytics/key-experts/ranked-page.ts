import { decodeCursor, type CursorOrder } from '../../graphql/paging/cursor.ts';
import type { Page, PageArguments } from '../../graphql/paging/index.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import { pageOf } from '../../graphql/paging/page.ts';
import { pageRequest } from '../../graphql/paging/page-arguments.ts';
import type { KeyExpertType } from './key-expert.type.ts';
import type { RankedTotal } from './key-experts.measure.ts';

const order: CursorOrder = { name: 'RANK', type: 'float8', direction: OrderDirection.DESC };

/**
 * A page of a ranking, the largest total first and equal ones by row id. A cursor is a total and a row, not a place, so
 * that a page keeps its meaning when a release comes in between.
 */
export function rankedPage(
  ranked: readonly RankedTotal[],
  page: PageArguments,
  toItem: (row: RankedTotal) => KeyExpertType,
): Page<KeyExpertType> {
  const request = pageRequest(page);
  const cut = (cursor: string | null) => {
    const { key, id } = cursor === null ? { key: '', id: 0 } : decodeCursor(order, cursor);
    return (row: RankedTotal) => row.total - Number(key) || id - row.expertId;
  };
  const [after, before] = [cut(request.after), cut(request.before)];
  const within = ranked
    .filter((row) => request.after === null || after(row) < 0)
    .filter((row) => request.before === null || before(row) > 0);
  if (request.fromEnd) within.reverse();
  const rows = within
    .slice(0, request.size + 1)
    .map((row) => ({ ...row, id: row.expertId, cursor_key: String(row.total) }));
  return pageOf(order, request, rows, toItem, () => Promise.resolve(ranked.length));
}
