import { reject } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { madeToday, sizeOfFigures } from './figures.sql.ts';

/**
 * What keeps strangers from filling the disk: no figure is larger than `bytes`, its drawings with it; all together, with their indexes, take
 * no more than `allBytes`, of which the last fifth is kept for keys and for whoever sits at home; and strangers
 * together make so many a day, which takes months to fill the rest. What one of them may make in a day stands with
 * the allowances. Figures are cited, so none is ever thrown away to make room; the newcomer is refused instead.
 */
export const figureLimits = {
  bytes: 1_000_000,
  allBytes: 20_000_000_000,
  strangersShare: 0.8,
  strangersADay: 20_000,
};

/** Refuses a new figure for which there is no room, or whose maker has made as many today as she may. */
export async function requireRoom({ primary, access, maker }: Context, bytes: number): Promise<void> {
  const { bytes: most, allBytes, strangersShare, strangersADay } = figureLimits;
  if (bytes > most)
    reject(
      'PAYLOAD_TOO_LARGE',
      `The figure takes ${bytes} bytes with its data and drawings, more than the ${most} that one may; narrow it.`,
    );
  const isStranger = !access.mayReadAggregates && !access.scope;
  const [kept, today] = await Promise.all([
    sizeOfFigures(primary),
    isStranger ? madeToday(primary, strangersADay) : 0,
  ]);
  if (kept + bytes > (isStranger ? allBytes * strangersShare : allBytes))
    reject(
      'SERVICE_UNAVAILABLE',
      'This server keeps as many figures as it can; none was thrown away for yours.',
    );
  if (today >= strangersADay)
    reject(
      'RATE_LIMITED',
      `${strangersADay} figures were made without a key within a day, which is all; come back tomorrow, or with a key.`,
    );
  if (maker && !(await maker.makeFigure()))
    reject(
      'RATE_LIMITED',
      `You have made as many new figures as one may in a day. Those that were made before are there: /figures/ID.`,
    );
}
