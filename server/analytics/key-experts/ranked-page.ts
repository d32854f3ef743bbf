import { decodeCursor, type CursorOrder } from '../../graphql/paging/cursor.ts';
import type { Page, PageArguments } from '../../graphql/paging/index.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import { pageOf } from '../../graphql/paging/page.ts';
import { pageRequest } from '../../graphql/paging/page-arguments.ts';
import type { KeyExpertType } from './key-expert.type.ts';
import type { Place } from '../../cells/index.ts';
import type { RankedTotal } from './key-experts.measure.ts';
import type { People } from './people.ts';

const order: CursorOrder = { name: 'RANK', type: 'float8', direction: OrderDirection.DESC };

/**
 * A page of a ranking, the largest total first and equal ones by row id. A cursor is a total and a row, not a place, so
 * that a page keeps its meaning when a release comes in between.
 */
export async function rankedPage(
  people: People,
  page: PageArguments,
  toItem: (row: RankedTotal) => KeyExpertType,
): Promise<Page<KeyExpertType>> {
  const request = pageRequest(page);
  const [after, before] = [cutAt(request.after), cutAt(request.before)];
  const ranked = await people.read(placeOf(request.fromEnd ? before : after, request.fromEnd));
  const within = ranked
    .filter((row) => after === null || after.past(row) < 0)
    .filter((row) => before === null || before.past(row) > 0);
  if (request.fromEnd) within.reverse();
  const rows = within
    .slice(0, request.size + 1)
    .map((row) => ({ ...row, id: row.expertId, cursor_key: String(row.total) }));
  return pageOf(order, request, rows, toItem, () => Promise.resolve(people.contributors));
}

interface Cut {
  readonly total: number;
  /** Below 0 of what stands after it, above 0 of what stands before. */
  past(row: RankedTotal): number;
}

function cutAt(cursor: string | null): Cut | null {
  if (cursor === null) return null;
  const { key, id } = decodeCursor(order, cursor);
  const total = Number(key);
  return { total, past: (row) => row.total - total || id - row.expertId };
}

function placeOf(cut: Cut | null, fromEnd: boolean): Place {
  if (cut !== null) return { kind: 'AROUND', total: cut.total };
  return { kind: fromEnd ? 'END' : 'TOP' };
}
