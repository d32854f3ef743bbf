import type { Context } from '../../graphql/context.ts';
import { decodeCursor, type CursorOrder } from '../../graphql/paging/cursor.ts';
import type { PageArguments, Page } from '../../graphql/paging/index.ts';
import { OrderDirection } from '../../graphql/paging/order-direction.ts';
import { pageOf } from '../../graphql/paging/page.ts';
import { pageRequest } from '../../graphql/paging/page-arguments.ts';
import { PayObservationType } from '../../market/pay-observations/pay-observation.type.ts';
import type { PayRow } from './pay-row.ts';

const order: CursorOrder = { name: 'OBSERVED_ON', type: 'text', direction: OrderDirection.DESC };

interface Place {
  key: string;
  id: number;
}

/**
 * A page of the observations behind a pay rate, newest first. Which they are is known already, so the pages of all
 * rates of an answer read their observations in one statement by id.
 */
export async function observationPage(
  { loaders }: Pick<Context, 'loaders'>,
  rows: readonly PayRow[],
  page: PageArguments,
): Promise<Page<PayObservationType>> {
  const request = pageRequest(page);
  const after = request.after === null ? null : decodeCursor(order, request.after);
  const before = request.before === null ? null : decodeCursor(order, request.before);
  const places = rows
    .map(({ id, observedOn }): Place => ({ key: observedOn ?? '', id }))
    .sort(newestFirst)
    .filter((place) => after === null || newestFirst(after, place) < 0)
    .filter((place) => before === null || newestFirst(place, before) < 0);
  if (request.fromEnd) places.reverse();
  const read = await Promise.all(
    places.slice(0, request.size + 1).map(async ({ key, id }) => ({
      id,
      cursor_key: key,
      item: await loaders.the(PayObservationType, id),
    })),
  );
  return pageOf(
    order,
    request,
    read,
    ({ item }) => item,
    () => Promise.resolve(rows.length),
  );
}

function newestFirst(a: Place, b: Place): number {
  return a.key === b.key ? b.id - a.id : a.key > b.key ? -1 : 1;
}
