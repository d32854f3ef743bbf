import { reject, TacitError } from '../errors/tacit-error.ts';
import { anonymous } from '../graphql/access.ts';
import type { Context } from '../graphql/context.ts';
import { keepDrawing, packDrawing } from './drawings.sql.ts';
import { checksumOf, idOf } from './figure-id.ts';
import { requireRoom } from './figure-room.ts';
import { keepFrozen, packData, readFrozen, type FrozenFigure } from './figures.sql.ts';
import { languages, type PictureMaker } from './picture-maker.ts';
import { standardDrawing } from './standard-drawing.ts';

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
  const drawings = await Promise.all(
    languages.map((language) => {
      const drawn = makerOf(context).of(current.address, current.figure, data[language], language);
      return packDrawing(standardDrawing(drawn, id, language), language);
    }),
  );
  const sizes = [packed.en, packed.fr, ...drawings.map(({ svg }) => svg)].map(({ length }) => length);
  await requireRoom(
    context,
    sizes.reduce((sum, size) => sum + size),
  );
  const isProtected = !(await isSeenByAll(context, current, checksum));
  const frozen = { ...current, id, checksum, protected: isProtected };
  const created = await keepFrozen(primary, frozen, packed);
  for (const drawing of drawings) await keepDrawing(primary, id, drawing);
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
