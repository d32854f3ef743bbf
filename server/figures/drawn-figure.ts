import { LRUCache } from 'lru-cache';
import { TacitError } from '../errors/tacit-error.ts';
import type { Context } from '../graphql/context.ts';
import { noteUndrawable } from '../signals/figures.ts';
import { makerOf } from './create-figure.ts';
import { keepDrawing, packDrawing, readDrawing, sizeWithoutDrawing } from './drawings.sql.ts';
import { figureLimits } from './figure-room.ts';
import { readFrozenData, sizeOfFigures, type FrozenFigure } from './figures.sql.ts';
import { keptFigure } from './kept-figure.ts';
import type { DrawnFigure, Language } from './picture-maker.ts';
import { standardDrawing } from './standard-drawing.ts';

/**
 * Uses a frozen figure, drawn from its data by the pages of today. Where these no longer understand data of a former
 * version, what was kept of it is used instead: its words, and its drawing.
 */
export async function withDrawn<T>(
  context: Context,
  figure: FrozenFigure,
  locale: Language,
  use: (drawn: DrawnFigure) => T,
): Promise<T> {
  const data = await readFrozenData(context.primary, figure.id, locale);
  const maker = makerOf(context);
  let drawn: DrawnFigure;
  let used: T;
  try {
    drawn = maker.of(figure.address, figure.figure, data, locale);
    used = use(drawn);
  } catch (problem) {
    if (problem instanceof TacitError && problem.retryable) throw problem;
    noteUndrawable(figure.id, problem);
    return use(keptFigure(maker, figure, locale, await readDrawing(context.primary, figure.id, locale)));
  }
  // What cannot be kept now, as where nothing may be written, can be the next time: the answer does not fail for it.
  await keepMissing(context, figure.id, locale, drawn).catch(() => undefined);
  return used;
}

const drawable = new LRUCache<string, true>({ max: 10_000 });

/** The day of the drawing that is shown of a figure instead of a new one; null where the pages still draw it. */
export async function keptInstead(
  context: Context,
  figure: FrozenFigure,
  locale: Language,
): Promise<{ drawnAt: Date | null } | null> {
  const key = `${figure.id} ${locale}`;
  // Neither the data nor this server's pages change while it runs.
  if (drawable.get(key)) return null;
  const kept = await withDrawn(context, figure, locale, (drawn) => {
    if (!drawn.kept) standardDrawing(drawn, figure.id, locale);
    return drawn.kept ?? null;
  });
  if (!kept) drawable.set(key, true);
  return kept;
}

/** Keeps the drawing of a figure that was frozen before drawings were kept, where there is room for it. */
async function keepMissing(
  { primary }: Context,
  id: string,
  language: Language,
  drawn: DrawnFigure,
): Promise<void> {
  const known = await sizeWithoutDrawing(primary, id, language);
  if (known === undefined) return;
  const drawing = await packDrawing(standardDrawing(drawn, id, language), language);
  const { bytes, allBytes } = figureLimits;
  if (known + drawing.svg.length > bytes) return;
  if ((await sizeOfFigures(primary)) + drawing.svg.length > allBytes) return;
  await keepDrawing(primary, id, drawing);
}
