import { reject, TacitError } from '../errors/tacit-error.ts';
import { anonymous } from '../graphql/access.ts';
import type { Context } from '../graphql/context.ts';
import { checksumOf, idOf } from './figure-id.ts';
import { keepFrozen, packData, readFrozen, sizeOfFigures, type FrozenFigure } from './figures.sql.ts';
import type { PictureMaker } from './picture-maker.ts';

/**
 * What keeps strangers from filling the disk: no figure is larger, and all together take no more. Figures are cited,
 * so none is ever thrown away to make room; the newcomer is refused instead.
 */
export const figureLimits = { bytes: 1_000_000, figures: 1_000_000, allBytes: 20_000_000_000 };

/** Freezes a figure of a page as it is now; `created` is false where it was frozen before. */
export async function createFigure(
  context: Context,
  address: string,
  figure: string,
): Promise<{ figure: FrozenFigure; created: boolean }> {
  const { primary, access } = context;
  const { data, ...current } = await makerOf(context).read(address, figure, access);
  const checksum = checksumOf(current);
  const id = idOf(checksum);
  const known = await readFrozen(primary, id);
  if (known) return { figure: known, created: false };

  const packed = await packData(data);
  const bytes = packed.en.length + packed.fr.length;
  if (bytes > figureLimits.bytes)
    reject(
      'PAYLOAD_TOO_LARGE',
      `The figure rests on ${bytes} bytes of data, more than the ${figureLimits.bytes} that one may; narrow it.`,
    );
  const kept = await sizeOfFigures(primary);
  if (kept.figures >= figureLimits.figures || kept.bytes + bytes > figureLimits.allBytes)
    reject(
      'SERVICE_UNAVAILABLE',
      'This server keeps as many figures as it can; none was thrown away for yours.',
    );

  const isProtected = !(await isSeenByAll(context, current, checksum));
  const frozen = { ...current, id, checksum, protected: isProtected };
  const created = await keepFrozen(primary, frozen, packed);
  return { figure: (await readFrozen(primary, id))!, created };
}

/**
 * Would anybody have been shown the same? What was read with more than a stranger's rights is open only where a
 * stranger reads it too, word for word; so no page has to say what it rests on for a protected ledger to stay so.
 */
async function isSeenByAll(
  context: Context,
  { address, figure }: Pick<FrozenFigure, 'address' | 'figure'>,
  checksum: string,
): Promise<boolean> {
  const { mayReadLedgers, mayReadAggregates } = context.access;
  if (!mayReadLedgers && !mayReadAggregates) return true;
  try {
    const { data: _data, ...seen } = await makerOf(context).read(address, figure, anonymous);
    return checksumOf(seen) === checksum;
  } catch (problem) {
    if (problem instanceof TacitError && !problem.retryable) return false;
    throw problem;
  }
}

/** The dashboard's hand; an error while it is not there. */
export function makerOf({ pictures }: Pick<Context, 'pictures'>): PictureMaker {
  return pictures ?? reject('SERVICE_UNAVAILABLE', 'The dashboard, which draws the figures, is not built.');
}
